import Drawing
import Glibc

/// The user's folder for what can be made again, as the XDG Base Directory Specification names it.
enum UserCache {
    /// Cut fonts: cutting them is most of the time of a short document. Nil for a user without a home.
    static var fonts: FontCache? {
        if let named = variable("XDG_CACHE_HOME"), named.hasPrefix("/") {
            return FontCache(folder: "\(named)/bulletin/fonts")
        }
        guard let home = variable("HOME"), home.hasPrefix("/") else { return nil }
        return FontCache(folder: "\(home)/.cache/bulletin/fonts")
    }

    private static func variable(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }
}
