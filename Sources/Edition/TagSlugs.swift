/// Addresses of tags: as the campaign states them, else made up; ASCII and stable, because a tag's page keeps its address when other tags come and go.
struct TagSlugs {
    private var slugs: [String: String] = [:]

    /// `stated` are addresses by name, each once and none with the `tag-` of those that are made up here.
    init(names: some Sequence<String>, stated: [String: String]) {
        slugs = stated
        var owners: [String: String] = [:]
        // Sorted, so that in the one case in a hundred million where two short forms are equal the same tag gives way.
        for name in Set(names).subtracting(stated.keys).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let digits = String(Self.hash(name), radix: 36)
            let short = "tag-\(digits.suffix(8))"
            slugs[name] = owners[short] == nil ? short : "tag-\(digits)-\(owners.count)"
            owners[short] = name
        }
    }

    subscript(name: String) -> String { slugs[name] ?? "tag" }

    /// FNV-1a with 64 bits over the UTF-8 bytes.
    static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}
