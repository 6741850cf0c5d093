import Foundation

/// What is fuzzed in this run; the environment names it, since the command
/// line belongs to libFuzzer.
private let reader: any FuzzedReader = {
    let readers: [any FuzzedReader] = [
        FuzzedCSV(), FuzzedWorkbook(), FuzzedJSON(), FuzzedNumber(), FuzzedPeriod(),
        FuzzedMapping(),
    ]
    let wanted = ProcessInfo.processInfo.environment["FUZZED_READER"] ?? ""
    guard let found = readers.first(where: { $0.name == wanted }) else {
        let names = readers.map(\.name).joined(separator: ", ")
        fatalError("FUZZED_READER is \"\(wanted)\". Expected one of \(names).")
    }
    return found
}()

/// A part of intake that reads what others send.
protocol FuzzedReader: Sendable {
    /// What the environment calls it.
    var name: String { get }
    /// Reads bytes and stops the program where a promise is broken.
    func read(_ bytes: [UInt8])
}

/// libFuzzer's door: called once for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func readFuzzedInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    reader.read(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

/// libFuzzer's own `main`, under the name that the linker looks for.
@_cdecl("fuzz_main")
public func runFuzzer(
    _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
    var count = count
    var arguments = arguments
    return runDriver(&count, &arguments, readFuzzedInput)
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
