/// Title, author and language of a file once more as XMP (ISO 16684-1), where archives and readers for the blind look for them.
/// It says nothing of PDF/UA: only a validator could.
enum XMPPacket {
    static func text(of metadata: PDFMetadata, language: String) -> String {
        let author = XMLText.escaped(metadata.author)
        let creator =
            author.isEmpty ? "" : "<dc:creator><rdf:Seq><rdf:li>\(author)</rdf:li></rdf:Seq></dc:creator>\n"
        return """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(XMLText.escaped(metadata.title))</rdf:li></rdf:Alt></dc:title>
            \(creator)<dc:language><rdf:Bag><rdf:li>\(language)</rdf:li></rdf:Bag></dc:language>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>
            """
    }
}
