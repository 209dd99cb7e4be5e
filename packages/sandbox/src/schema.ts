/** Marks a SQLite file as ours ("WXCS"), so that a reset never deletes somebody else's database. */
export const applicationId = 0x57584353

export const schemaVersion = 2

/** Files of these versions are brought up to date when they are opened. */
export const olderVersions: readonly number[] = [1]

/** What version 2 added: counted holders and the CSV route. */
export const version2 = `
ALTER TABLE licenses ADD COLUMN assigned INTEGER NOT NULL DEFAULT 0;
UPDATE licenses SET assigned = (SELECT count(*) FROM assignments WHERE licenseId = licenses.id);
CREATE TRIGGER assigned AFTER INSERT ON assignments BEGIN
  UPDATE licenses SET assigned = assigned + 1 WHERE id = new.licenseId;
END;
CREATE TRIGGER released AFTER DELETE ON assignments BEGIN
  UPDATE licenses SET assigned = assigned - 1 WHERE id = old.licenseId;
END;

CREATE TABLE personDetails (
  personId TEXT PRIMARY KEY REFERENCES people(id) ON DELETE CASCADE,
  doc TEXT NOT NULL
);

CREATE TABLE suspendedLicenses (licenseId TEXT PRIMARY KEY REFERENCES licenses(id));

CREATE TABLE importJobs (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  fileName TEXT NOT NULL,
  md5 TEXT NOT NULL,
  mode TEXT NOT NULL,
  total INTEGER NOT NULL,
  rowTime INTEGER NOT NULL,
  createdAt INTEGER NOT NULL,
  worked INTEGER NOT NULL DEFAULT 0,
  runningSince INTEGER,
  stopAt INTEGER,
  processed INTEGER NOT NULL DEFAULT 0,
  ending TEXT,
  finishedAt INTEGER,
  closedAt INTEGER
);

CREATE TABLE importRows (
  jobSeq INTEGER NOT NULL REFERENCES importJobs(seq),
  number INTEGER NOT NULL,
  doc TEXT NOT NULL,
  outcome TEXT,
  error TEXT,
  PRIMARY KEY (jobSeq, number)
);
`

export const schema = `
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE people (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  email TEXT NOT NULL UNIQUE COLLATE NOCASE,
  givenName TEXT,
  familyName TEXT,
  displayName TEXT NOT NULL,
  nickName TEXT,
  accepted INTEGER NOT NULL,
  enabled INTEGER NOT NULL DEFAULT 1,
  supervisor INTEGER NOT NULL DEFAULT 0,
  attributes TEXT NOT NULL DEFAULT '{}',
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  visibleAt INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE personRoles (
  personId TEXT NOT NULL REFERENCES people(id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  PRIMARY KEY (personId, role)
);

CREATE TABLE licenses (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  offer TEXT NOT NULL,
  name TEXT NOT NULL,
  totalUnits INTEGER NOT NULL,
  usedElsewhere INTEGER NOT NULL DEFAULT 0,
  subscriptionId TEXT,
  siteUrl TEXT
);

CREATE TABLE assignments (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  licenseId TEXT NOT NULL REFERENCES licenses(id),
  personId TEXT NOT NULL REFERENCES people(id) ON DELETE CASCADE,
  UNIQUE (licenseId, personId)
);
CREATE INDEX assignmentsOfPerson ON assignments (personId);

CREATE TABLE contactCenterUsers (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  ciUserId TEXT NOT NULL UNIQUE REFERENCES people(id) ON DELETE CASCADE,
  mappedProfile TEXT,
  doc TEXT NOT NULL
);

CREATE TABLE contactCenterEntities (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  doc TEXT NOT NULL
);

CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  suppressed INTEGER NOT NULL
);

CREATE TABLE trialOrganizations (
  email TEXT PRIMARY KEY COLLATE NOCASE,
  name TEXT NOT NULL,
  deletedAt INTEGER
);
CREATE TABLE trialBlockers (
  email TEXT NOT NULL COLLATE NOCASE REFERENCES trialOrganizations(email),
  blocker TEXT NOT NULL
);
CREATE TABLE otherOrganizationAddresses (email TEXT PRIMARY KEY COLLATE NOCASE, organization TEXT NOT NULL);

CREATE TABLE synchronizations (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  requestedAt INTEGER NOT NULL,
  dueAt INTEGER NOT NULL,
  completedAt INTEGER
);

CREATE TABLE tokens (
  token TEXT PRIMARY KEY,
  holder TEXT NOT NULL,
  scopes TEXT NOT NULL,
  expired INTEGER NOT NULL
);
${version2}`
