extension PrivateCluster {
    /// Stops the server and deletes the folder with everything in it.
    ///
    /// Only for clusters of tests: a durable one is refused.
    package func remove() throws {
        guard !isDurable else {
            throw PostgresError(.cluster, "a durable cluster is never deleted by the program")
        }
        if let server = runningServer() { try ServerStop.run(server, layout, .immediate) }
        FileSystem.remove(folder)
    }
}
