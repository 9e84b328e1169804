import ArgumentParser
import Files

/// Where the output may not go.
enum OutputChoice {
    /// Refuses an output folder that is, or lies in, a folder from which it is made: pages would mix with the texts and
    /// templates that somebody wrote, and the next build would read them.
    static func check(_ output: String, outOf sources: [String]) throws(ValidationError) {
        guard !output.isEmpty else { throw ValidationError("--output：少了文件夹的名字。 / the name of a folder is missing.") }
        let place = resolved(output)
        for source in sources.map(resolved) where place == source || place.hasPrefix(source + "/") {
            throw ValidationError(
                "--output：结果不能放在内容文件夹或模板文件夹里。 / the output must not lie in the content or template folder.")
        }
    }

    /// The path without links; what does not exist yet is taken as it is written.
    private static func resolved(_ path: String) -> String {
        if let real = FileAccess.realPath(path) { return real }
        let parts = path.split(separator: "/")
        guard let last = parts.last else { return path }
        let parent = parts.dropLast().joined(separator: "/")
        return resolved(path.hasPrefix("/") ? "/" + parent : parent.isEmpty ? "." : parent) + "/" + last
    }
}
