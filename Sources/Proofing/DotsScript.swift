/// The program that `mutool run` finds drawn dots with: markers of lists and dots of emphasis that are no characters. One page a line, for
/// `DrawnDots`: its number from 1, then the middle and the size of each dot, in hundredths of a point.
///
/// A drawing of very many paths has no dots that tell of text; the rest of such a page is passed over.
enum DotsScript {
    static let text = #"""
        var doc = new PDFDocument(scriptArgs[0])
        var mostPaths = 20000, mostDots = 4000

        function dots(page) {
            var bounds = page.bound(), paths = 0, found = []
            var most = 0.04 * Math.min(bounds[2] - bounds[0], bounds[3] - bounds[1])
            function look(path, ctm) {
                if (++paths > mostPaths || found.length >= 4 * mostDots) return
                var left = 1e9, top = 1e9, right = -1e9, bottom = -1e9
                function reach(a, b) {
                    var x = ctm[0] * a + ctm[2] * b + ctm[4], y = ctm[1] * a + ctm[3] * b + ctm[5]
                    left = Math.min(left, x), right = Math.max(right, x)
                    top = Math.min(top, y), bottom = Math.max(bottom, y)
                }
                path.walk({
                    moveTo: reach, lineTo: reach, closePath: function () {},
                    curveTo: function (a, b, c, d, e, f) { reach(a, b), reach(c, d), reach(e, f) }
                })
                var width = right - left, height = bottom - top
                if (!(width > 0.3 && width < most && height > 0.6 * width && height < 1.7 * width)) return
                if (!(left < 1e6 && left > -1e6 && top < 1e6 && top > -1e6)) return
                found.push(Math.round(50 * (left + right)), Math.round(50 * (top + bottom)), Math.round(100 * width), Math.round(100 * height))
            }
            page.run({
                fillPath: function (path, evenOdd, ctm) { look(path, ctm) },
                strokePath: function (path, stroke, ctm) { look(path, ctm) }
            }, [1, 0, 0, 1, 0, 0])
            return found
        }

        for (var number = 0, count = doc.countPages(); number < count; ++number) {
            var found = []
            try { found = dots(doc.loadPage(number)) } catch (error) {}
            if (found.length) print(number + 1, found.join(" "))
        }
        """#
}
