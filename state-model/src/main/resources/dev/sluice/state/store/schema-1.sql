-- Times are milliseconds since 1970, digests 32 raw bytes, ids and words text.
-- A column whose name ends in _seq holds the audit sequence of the write that set it.

CREATE TABLE site (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  name TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('low', 'high')),
  organisation TEXT NOT NULL,
  incarnation TEXT NOT NULL,
  lineage TEXT NOT NULL
) STRICT;

-- There is a row while the site runs from an old copy of itself and has not recovered.
CREATE TABLE freeze (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  cause TEXT NOT NULL,
  evidence TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  entry BLOB NOT NULL,
  digest BLOB NOT NULL
) STRICT;

CREATE INDEX audit_by_actor ON audit (actor, sequence);

CREATE TABLE audit_subject (
  sequence INTEGER NOT NULL REFERENCES audit,
  subject TEXT NOT NULL,
  PRIMARY KEY (sequence, subject)
) STRICT, WITHOUT ROWID;

CREATE INDEX audit_by_subject ON audit_subject (subject, sequence);

CREATE TABLE audit_head (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  sequence INTEGER NOT NULL,
  digest BLOB NOT NULL
) STRICT;

CREATE TABLE object (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  owner TEXT NOT NULL,
  presence TEXT NOT NULL CHECK (presence IN ('LIVE', 'REMOVED')),
  content BLOB NOT NULL,
  changed_seq INTEGER NOT NULL
) STRICT;

CREATE INDEX object_by_kind ON object (kind, id);
CREATE INDEX object_by_owner ON object (owner, id);
CREATE INDEX object_by_change ON object (changed_seq, id);

-- Blobs whose files were durable before the write that first needed them.
CREATE TABLE blob (
  digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
  bytes INTEGER NOT NULL CHECK (bytes >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE part (
  object TEXT NOT NULL REFERENCES object,
  name TEXT NOT NULL,
  digest BLOB NOT NULL REFERENCES blob,
  PRIMARY KEY (object, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX part_by_digest ON part (digest);

CREATE TABLE reference (
  source TEXT NOT NULL REFERENCES object,
  target TEXT NOT NULL,
  PRIMARY KEY (source, target)
) STRICT, WITHOUT ROWID;

CREATE INDEX reference_by_target ON reference (target, source);

CREATE TABLE released (
  object TEXT NOT NULL REFERENCES object,
  item TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  released_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  audit_seq INTEGER NOT NULL,
  PRIMARY KEY (object, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
  digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
  content BLOB NOT NULL
) STRICT;

CREATE TABLE document_blob (
  document BLOB NOT NULL REFERENCES document,
  digest BLOB NOT NULL REFERENCES blob,
  PRIMARY KEY (document, digest)
) STRICT, WITHOUT ROWID;

CREATE INDEX document_blob_by_digest ON document_blob (digest);

CREATE TABLE peer (
  name TEXT PRIMARY KEY,
  side TEXT NOT NULL CHECK (side IN ('low', 'high')),
  pairing BLOB NOT NULL CHECK (length(pairing) = 32),
  incarnation TEXT NOT NULL,
  lineage TEXT NOT NULL,
  in_position INTEGER NOT NULL CHECK (in_position >= 0),
  in_chain BLOB NOT NULL CHECK (length(in_chain) = 32),
  last_bundle_in INTEGER NOT NULL CHECK (last_bundle_in >= 0),
  acked_position INTEGER NOT NULL CHECK (acked_position >= 0),
  next_bundle INTEGER NOT NULL CHECK (next_bundle >= 1),
  reported_seq INTEGER NOT NULL CHECK (reported_seq >= 0),
  heard_at INTEGER
) STRICT;

CREATE TABLE outgoing (
  peer TEXT NOT NULL REFERENCES peer,
  root TEXT NOT NULL,
  PRIMARY KEY (peer, root)
) STRICT, WITHOUT ROWID;

CREATE TABLE sent (
  peer TEXT NOT NULL REFERENCES peer,
  object TEXT NOT NULL,
  document BLOB NOT NULL CHECK (length(document) = 32),
  PRIMARY KEY (peer, object)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreed (
  peer TEXT NOT NULL REFERENCES peer,
  object TEXT NOT NULL,
  document BLOB NOT NULL REFERENCES document,
  at INTEGER NOT NULL,
  PRIMARY KEY (peer, object)
) STRICT, WITHOUT ROWID;

CREATE TABLE peer_blob (
  peer TEXT NOT NULL REFERENCES peer,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  PRIMARY KEY (peer, digest)
) STRICT, WITHOUT ROWID;

CREATE TABLE feed (
  peer TEXT NOT NULL REFERENCES peer,
  position INTEGER NOT NULL CHECK (position >= 1),
  root TEXT NOT NULL,
  batch BLOB NOT NULL REFERENCES document,
  chain BLOB NOT NULL CHECK (length(chain) = 32),
  provenance TEXT NOT NULL CHECK (provenance IN ('sender', 'returned')),
  outcome TEXT NOT NULL DEFAULT 'pending',
  reason TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (peer, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX feed_by_root ON feed (peer, root, position);

CREATE TABLE inbox (
  peer TEXT NOT NULL REFERENCES peer,
  position INTEGER NOT NULL CHECK (position >= 1),
  root TEXT NOT NULL,
  batch BLOB NOT NULL REFERENCES document,
  chain BLOB NOT NULL CHECK (length(chain) = 32),
  state TEXT NOT NULL CHECK (state IN ('staged', 'held', 'applied', 'rejected', 'superseded')),
  state_seq INTEGER NOT NULL,
  provenance TEXT NOT NULL CHECK (provenance IN ('sender', 'returned')),
  PRIMARY KEY (peer, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX inbox_by_state ON inbox (peer, state, position);
CREATE INDEX inbox_by_root ON inbox (peer, root, state);
CREATE INDEX inbox_by_change ON inbox (peer, state_seq, position);

CREATE TABLE bundle (
  entry INTEGER PRIMARY KEY,
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  peer TEXT NOT NULL,
  number INTEGER NOT NULL,
  after_position INTEGER NOT NULL,
  to_position INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  at INTEGER NOT NULL,
  note TEXT NOT NULL CHECK (note IN ('sealed', 'written', 'read-back', 'imported', 'refused')),
  audit_seq INTEGER NOT NULL
) STRICT;

CREATE INDEX bundle_by_peer ON bundle (peer, entry);
CREATE INDEX bundle_by_number ON bundle (peer, number);
CREATE INDEX bundle_by_digest ON bundle (digest);

CREATE TABLE decision (
  entry INTEGER PRIMARY KEY,
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  peer TEXT NOT NULL REFERENCES peer,
  root TEXT NOT NULL,
  batch BLOB NOT NULL CHECK (length(batch) = 32),
  verdict TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  note TEXT NOT NULL,
  at INTEGER NOT NULL,
  resolution TEXT NOT NULL,
  signature TEXT NOT NULL
) STRICT;

CREATE INDEX decision_by_root ON decision (direction, peer, root, entry);

-- What tracked files held when they were read last; no part of the state, and any row may go.
CREATE TABLE sighting (
  folder TEXT NOT NULL,
  tree TEXT NOT NULL,
  path TEXT NOT NULL,
  stamp TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  PRIMARY KEY (folder, tree, path)
) STRICT, WITHOUT ROWID;
