import Artifacts
import Testing

struct FingerprintTests {
    private func fingerprint(_ kind: String = "test", _ add: (inout FingerprintBuilder) -> Void) -> Fingerprint {
        var builder = FingerprintBuilder(kind)
        add(&builder)
        return builder.finish()
    }

    @Test func bytesHaveTheirSHA256() {
        #expect(
            Fingerprint(of: Array("abc".utf8)).hex
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            Fingerprint(of: []).hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test func hexAndBackIsTheSame() {
        let one = Fingerprint(of: [1, 2, 3])
        #expect(Fingerprint(hex: one.hex) == one)
        #expect(one.bytes.count == 32)
        #expect(Fingerprint(hex: "ba78") == nil)
        #expect(Fingerprint(hex: one.hex.uppercased()) == nil)
        #expect(Fingerprint(hex: String(repeating: "g", count: 64)) == nil)
    }

    @Test func noTwoListsOfValuesShareAFingerprint() {
        let all = [
            fingerprint { _ in },
            fingerprint("other") { _ in },
            fingerprint { $0.add("a", "") },
            fingerprint { $0.add("a", nil as String?) },
            fingerprint { $0.add("a", [] as [UInt8]) },
            fingerprint { $0.add("a", [] as [String]) },
            fingerprint { $0.add("a", [""]) },
            fingerprint { $0.add("a", ["b", "c"]) },
            fingerprint { $0.add("a", ["bc"]) },
            fingerprint {
                $0.add("a", ["b"]); $0.add("", "c")
            },
            fingerprint { $0.add("ab", "c") },
            fingerprint { $0.add("a", "bc") },
            fingerprint {
                $0.add("a", "b"); $0.add("b", "c")
            },
            fingerprint {
                $0.add("b", "c"); $0.add("a", "b")
            },
            fingerprint { $0.add("a", 1) },
            fingerprint { $0.add("a", true) },
            fingerprint { $0.add("a", false) },
            fingerprint { $0.add("a", 1.0) },
            fingerprint { $0.add("a", 0.0) },
            fingerprint { $0.add("a", -0.0) },
            fingerprint { $0.add("a", Fingerprint(of: [])) },
            fingerprint { $0.add("a", [Fingerprint(of: [])]) },
            fingerprint { $0.add("a", Fingerprint(of: []).bytes) },
            fingerprint { $0.add("a", Array(repeating: 0, count: 5000)) },
            fingerprint { $0.add("a", Array(repeating: 0, count: 5001)) },
        ]
        #expect(Set(all).count == all.count)
    }

    @Test func equalValuesGiveEqualFingerprintsHoweverLong() {
        for count in [0, 1, 4095, 4096, 4097, 100_000] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
            let whole = fingerprint {
                $0.add("x", "before"); $0.add("a", bytes); $0.add("y", "after")
            }
            let slice = fingerprint {
                $0.add("x", "before"); $0.add("a", ([9] + bytes)[1...]); $0.add("y", "after")
            }
            #expect(whole == slice)
        }
    }
}
