import Markdown

extension Document {
    /// The text inside a node on one line, without markup.
    func plainText(of node: NodeID) -> String {
        var bytes: [UInt8] = []
        for id in subtree(of: node) {
            switch nodes[id].kind {
            case .text, .code: bytes += self.bytes(nodes[id].literal)
            case .softBreak, .lineBreak: bytes.append(UInt8(ascii: " "))
            default: continue
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
