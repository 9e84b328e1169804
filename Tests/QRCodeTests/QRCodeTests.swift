import QRCode
import TestSupport
import Testing

@Suite struct QRCodeTests {
    @Test(arguments: [
        "https://bulletin.example/c/03", "x", "拨打96110", "WIFI:T:WPA;S:社区;P:a\"b;;",
        String(repeating: "长", count: 400),
    ])
    func rastersDecodeToTheirPayload(payload: String) throws {
        for level in QRCode.Level.allCases {
            let code = try QRCode(encoding: payload, level: level)
            for moduleSize in [3, 8] {
                #expect(try decodedSymbol(in: code.png(moduleSize: moduleSize)) == Array(payload.utf8))
            }
        }
    }

    @Test func aShortAddressTakesVersionTwoOrThree() throws {
        #expect(try QRCode(encoding: "https://bulletin.example/c/03").size == 29)
        #expect(try QRCode(encoding: "https://a.example/c/3").size == 25)
    }

    @Test func whatNoVersionHoldsIsRefused() throws {
        #expect(try QRCode(encoding: String(repeating: "a", count: 2953), level: .low).size == 177)
        #expect(throws: QRCodeError.payloadTooLong(bytes: 2954)) {
            try QRCode(encoding: String(repeating: "a", count: 2954), level: .low)
        }
        #expect(throws: QRCodeError.payloadTooLong(bytes: 2400)) {
            try QRCode(encoding: String(repeating: "a", count: 2400))
        }
        #expect(throws: QRCodeError.emptyPayload) { try QRCode(encoding: "") }
    }

    @Test func theQuietZoneIsFourLightModulesOnEverySide() throws {
        let code = try QRCode(encoding: "https://a.example/c/3")
        // Version 2 with its quiet zone: 33 modules of 4 pixels.
        let file = code.png(moduleSize: 4)
        #expect(Array(file[16..<24]) == [0, 0, 0, 132, 0, 0, 0, 132])
        #expect(code.svgPath().hasPrefix("M4 4h7v1h-7z"))
    }

    @Test func thePathCoversEveryDarkModuleOnce() throws {
        let code = try QRCode(encoding: "拨打96110")
        var painted = [Int](repeating: 0, count: code.modules.count)
        for run in code.svgPath(quietZone: 0).split(separator: "M") {
            let numbers = run.split { !$0.isNumber }.compactMap { Int($0) }
            for column in numbers[0]..<numbers[0] + numbers[2] { painted[numbers[1] * code.size + column] += 1 }
        }
        #expect(painted == code.modules.map { $0 ? 1 : 0 })
    }

    @Test func thePictureIsSmallAndTheSameEveryTime() throws {
        let once = try QRCode(encoding: "https://bulletin.example/c/03").png(moduleSize: 8)
        let again = try QRCode(encoding: "https://bulletin.example/c/03").png(moduleSize: 8)
        #expect(once == again)
        #expect(once.count < 2500)
    }
}
