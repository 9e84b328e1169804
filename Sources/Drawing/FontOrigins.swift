import Glibc

// What decides on the fonts that fontconfig finds, so that a later run can tell without loading it whether they are the same.
extension FontSources {
    /// The variables of the environment that name its files and folders.
    package static let variables = [
        "FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT", "HOME", "XDG_CONFIG_HOME", "XDG_DATA_DIRS",
        "XDG_DATA_HOME",
    ]

    /// Where a user's own configuration lies, which fontconfig does not list as long as there is none.
    static var userPlaces: [String] {
        let home = variable("HOME")
        let settings = variable("XDG_CONFIG_HOME") ?? home.map { "\($0)/.config" }
        return (settings.map { ["\($0)/fontconfig"] } ?? [])
            + (home.map { ["\($0)/.fonts.conf", "\($0)/.fonts.conf.d"] } ?? [])
    }

    private static func variable(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }
}
