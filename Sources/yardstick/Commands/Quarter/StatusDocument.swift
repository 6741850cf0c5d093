import Consortium
import MetricSpec
import Warehouse

/// The status of a period as JSON.
struct StatusDocument: Encodable {
    let schema = "yardstick/status/1"
    let period: String
    let on: String
    let due: String?
    /// Absent where calendar.csv has no such period.
    let stage: String?
    let nextStep: String?
    let nextOn: String?
    let cities: [StatusLine]
    let services: [ServiceStatusLine]
    let counts: [StateCountLine]
    let late: [LateLine]

    init(_ status: PeriodStatus) {
        period = status.period.text
        on = status.day.text
        due = status.due?.text
        stage = status.cycle?.stage(on: status.day).rawValue
        let next = status.cycle?.next(on: status.day)
        nextStep = next?.step.rawValue
        nextOn = next?.day.text
        cities = status.cities.map { StatusLine($0, daysLate: status.daysLate($0)) }
        services = status.services.map { ServiceStatusLine($0) }
        counts = status.counts
        late = status.late.map { LateLine($0) }
    }
}

/// A city's status as JSON.
struct StatusLine: Encodable {
    let city: String
    let name: String
    let state: String
    let takesPart: Bool
    let owed: Int
    let reported: Int
    let completedOn: String?
    let firstReceivedOn: String?
    let daysLate: Int?
    let values: Int
    let ownValues: Int
    let missing: Int
    let errors: Int
    let warnings: Int
    let rejectedFiles: Int
    let lastReceivedAt: String?

    init(_ status: CityStatus, daysLate: Int?) {
        city = status.city
        name = status.name
        state = status.state.rawValue
        takesPart = status.takesPart
        owed = status.owed
        reported = status.reported
        completedOn = status.completedOn?.text
        firstReceivedOn = status.firstReceivedOn?.text
        self.daysLate = daysLate
        values = status.values
        ownValues = status.ownValues
        missing = status.missing
        errors = status.errors
        warnings = status.warnings
        rejectedFiles = status.rejectedFiles
        lastReceivedAt = status.lastReceivedAt
    }
}

/// A service of a city as JSON.
struct ServiceStatusLine: Encodable {
    let city: String
    let service: String?
    let state: String
    let values: Int
    let missing: Int
    let waitingForCity: [Int]
    let waitingForConsortium: [Int]
    let certifiedBy: String?
    let office: String?
    let certifiedAt: String?
    let digest: String?
    /// What broke the last certification: the values now, and before.
    let brokenNow: [String]
    let brokenBefore: [String]

    init(_ status: ServiceStatus) {
        city = status.city
        service = status.service
        state = status.state.rawValue
        values = status.values
        missing = status.missing
        waitingForCity = status.waitingForCity
        waitingForConsortium = status.waitingForConsortium
        certifiedBy = status.certification?.certifier
        office = status.certification?.office
        certifiedAt = status.certification?.certifiedAt
        digest = status.certification?.digest
        brokenNow = status.broken?.now ?? []
        brokenBefore = status.broken?.before ?? []
    }
}

/// How many cities' service is in a state, as JSON.
struct StateCountLine: Encodable {
    let service: String?
    let state: String
    let count: Int
}

/// Who is late with what, as JSON.
struct LateLine: Encodable {
    let city: String
    let service: String?
    let owes: String
    let days: Int

    init(_ late: PeriodStatus.Late) {
        city = late.city
        service = late.service
        owes = late.owes.rawValue
        days = late.days
    }
}
