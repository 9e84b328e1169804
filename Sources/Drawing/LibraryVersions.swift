import CDeferred
import CDeflate
import CHarfBuzz
import CPangoCairo

/// The libraries that decide the bytes of a drawing, with their versions: an input of every artifact that is drawn.
package enum LibraryVersions {
    package static let text: String = {
        let cairo = unsafe String(cString: cairo_version_string())
        let pango = unsafe String(cString: pango_version_string())
        let harfBuzz = unsafe String(cString: hb_version_string())
        return "cairo \(cairo), Pango \(pango), HarfBuzz \(harfBuzz), librsvg \(rsvg), libdeflate \(deflate)"
    }()

    /// As compiled against: the library itself does not tell.
    private static var deflate: String { LIBDEFLATE_VERSION_STRING }
    private static var rsvg: String {
        var numbers: [UInt32] = [0, 0, 0]
        unsafe deferred_rsvg_version(&numbers)
        return numbers.map(String.init).joined(separator: ".")
    }
}
