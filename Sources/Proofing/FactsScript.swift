/// The program that `mutool run` reads the facts of a file with: one fact a line, for `FileFacts`.
///
/// Fonts are those that pages can use, also in forms and patterns on them; what only forms to be filled in name is passed over.
enum FactsScript {
    static let text = #"""
        var doc = new PDFDocument(scriptArgs[0])
        var trailer = doc.getTrailer()
        var root = trailer.get("Root")
        var seen = {}

        function clean(text) { return String(text).replace(/[\x00-\x1f\x7f]/g, " ").slice(0, 200) }
        function words(object) { return object && object.isString() ? object.asString() : "" }
        function name(object) { return object && object.isName() ? object.asName() : "" }
        function isTrue(object) { return !!object && object.isBoolean() && object.asBoolean() }
        function has(object, key) { var value = object.get(key); return !!value && !value.isNull() }

        // The entries of an array or dictionary; versions of MuPDF differ in what comes first, the key or the value.
        function each(container, use) {
            container.forEach(function (a, b) { use(a && typeof a == "object" ? a : b) })
        }

        function isNew(object) {
            if (!object.isIndirect()) return true
            var number = object.asIndirect()
            if (seen[number]) return false
            return seen[number] = true
        }

        // The title in the metadata, when the information dictionary has none. Damaged metadata have none.
        function metadataTitle() {
            try { return titleOfMetadata() } catch (error) { return "" }
        }

        function titleOfMetadata() {
            var metadata = root.get("Metadata")
            if (!metadata || !metadata.isStream()) return ""
            var buffer = metadata.readStream(), text = ""
            for (var i = 0; i < buffer.length && i < 65536; ++i) text += String.fromCharCode(buffer[i])
            var found = /<dc:title>[\s\S]*?<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/.exec(text)
            return found ? found[1] : ""
        }

        function isEmbedded(font) {
            var descriptor = font.get("FontDescriptor")
            return !!descriptor && descriptor.isDictionary() &&
                (has(descriptor, "FontFile") || has(descriptor, "FontFile2") || has(descriptor, "FontFile3"))
        }

        // Whether all glyphs have names that say which characters they show, such as A, comma, f_i.alt, uni65E5; not g17.
        function areNamesKnown(encoding) {
            var differences = encoding.get("Differences"), known = true
            if (!differences || !differences.isArray()) return true
            each(differences, function (entry) {
                var glyph = name(entry).split(".")[0]
                if (!/^((^|_)([A-Za-z]+|afii\d+|uni[0-9A-F]{4,}|u[0-9A-F]{4,6}))*$/.test(glyph)) known = false
            })
            return known
        }

        // Whether the codes of a font are known to stand for characters (ISO 32000-1 §9.10.2).
        function isReadable(font, kind, descendant) {
            if (has(font, "ToUnicode")) return true
            var encoding = font.get("Encoding")
            if (kind == "Type0") {
                var system = descendant && descendant.get("CIDSystemInfo")
                var ordering = system && system.isDictionary() ? words(system.get("Ordering")) : ""
                return /^(GB1|CNS1|Japan1|Japan2|Korea1|KR)$/.test(ordering) || /^Uni/.test(name(encoding))
            }
            if (encoding && encoding.isName()) return true
            if (encoding && encoding.isDictionary())
                return areNamesKnown(encoding) && (kind != "TrueType" || has(encoding, "BaseEncoding") || has(encoding, "Differences"))
            if (kind == "Type3") return false
            var descriptor = font.get("FontDescriptor")
            var flags = descriptor && descriptor.isDictionary() && descriptor.get("Flags")
            // A font of symbols with an encoding of its own.
            return !(kind == "TrueType" && flags && flags.isNumber() && (flags.asNumber() & 4))
        }

        function addFont(font, page) {
            if (!font || !font.isDictionary() || !isNew(font)) return
            var kind = name(font.get("Subtype")), descendant = null
            if (kind == "Type0") {
                var descendants = font.get("DescendantFonts")
                descendant = descendants && descendants.isArray() ? descendants.get(0) : null
            }
            var embedded = kind == "Type3" || isEmbedded(descendant && descendant.isDictionary() ? descendant : font)
            print("font", page, embedded ? 1 : 0, isReadable(font, kind, descendant) ? 1 : 0,
                clean(name(font.get("BaseFont")) || name(font.get("Name")) || kind))
            if (kind == "Type3") addResources(font.get("Resources"), page, 1)
        }

        function addResources(resources, page, depth) {
            if (!resources || !resources.isDictionary() || depth > 20 || !isNew(resources)) return
            var fonts = resources.get("Font")
            if (fonts && fonts.isDictionary()) each(fonts, function (font) { addFont(font, page) })
            var kinds = ["XObject", "Pattern"]
            for (var i = 0; i < kinds.length; ++i) {
                var forms = resources.get(kinds[i])
                if (forms && forms.isDictionary()) each(forms, function (form) {
                    if (form.isStream() && isNew(form)) addResources(form.get("Resources"), page, depth + 1)
                })
            }
        }

        var info = trailer.get("Info")
        var title = info && info.isDictionary() ? words(info.get("Title")) : ""
        print("title", /\S/.test(title) || /\S/.test(metadataTitle()) ? 1 : 0)
        print("language", clean(words(root.get("Lang"))))
        var marks = root.get("MarkInfo")
        var tree = root.get("StructTreeRoot")
        print("tagged", marks && marks.isDictionary() && isTrue(marks.get("Marked")) &&
            tree && tree.isDictionary() && has(tree, "K") ? 1 : 0)
        for (var page = 0, count = doc.countPages(); page < count; ++page) {
            var node = doc.findPage(page), guard = 0
            while (node && node.isDictionary() && !has(node, "Resources") && guard++ < 100) node = node.get("Parent")
            if (node && node.isDictionary()) addResources(node.get("Resources"), page + 1, 0)
        }
        print("end")
        """#
}
