-- Jobs: what must happen after a change, written in the same transaction as the change. `again`: it was
-- written once more while it was being done.
CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    work TEXT NOT NULL,
    about TEXT NOT NULL,
    urgency INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'parked', 'stopped')),
    due_at INTEGER NOT NULL,
    leased_by TEXT,
    leased_until INTEGER,
    tries INTEGER NOT NULL DEFAULT 0,
    error TEXT,
    changed_at INTEGER NOT NULL,
    again INTEGER NOT NULL DEFAULT 0,
    UNIQUE (work, about)
) STRICT;
CREATE INDEX jobs_in_order ON jobs (state, urgency, due_at);

-- Who asked to be told. `fingerprint` is the address under the instance's secret, so that each is there once, however it is typed.
CREATE TABLE subscribers (
    id TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL UNIQUE,
    address TEXT NOT NULL,
    language TEXT NOT NULL,
    alerts TEXT NOT NULL CHECK (alerts IN ('all', 'issues', 'none')),
    forums INTEGER NOT NULL,
    posts INTEGER NOT NULL,
    rhythm TEXT NOT NULL,
    in_full INTEGER NOT NULL,
    asked_at INTEGER NOT NULL,
    confirmed_at INTEGER
) STRICT;
CREATE INDEX subscribers_asked_at ON subscribers (asked_at);

CREATE TABLE subscriber_issues (
    subscriber TEXT NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
    issue TEXT NOT NULL,
    PRIMARY KEY (subscriber, issue)
) STRICT;

-- How many mails with a link to confirm went to an address on a day.
CREATE TABLE confirmations (
    fingerprint TEXT NOT NULL,
    day TEXT NOT NULL,
    sent INTEGER NOT NULL,
    PRIMARY KEY (fingerprint, day)
) STRICT;

-- Addresses that get no mail any more, known by their fingerprint only.
CREATE TABLE suppressions (
    fingerprint TEXT PRIMARY KEY,
    reason TEXT NOT NULL CHECK (reason IN ('bounced', 'complained')),
    suppressed_at INTEGER NOT NULL
) STRICT;

-- One thing that is told to all who wished it; its name says what. `spread_to` is the last subscriber who has a delivery; all have one when
-- `spread_at` is set.
CREATE TABLE announcements (
    name TEXT PRIMARY KEY,
    document TEXT REFERENCES documents (id),
    announced_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'stopped', 'finished')),
    spread_to TEXT NOT NULL DEFAULT '',
    spread_at INTEGER,
    accepted INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    skipped INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX announcements_announced_at ON announcements (announced_at);

CREATE TABLE deliveries (
    id TEXT PRIMARY KEY,
    announcement TEXT NOT NULL REFERENCES announcements (name),
    subscriber TEXT NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'failed')),
    tries INTEGER NOT NULL DEFAULT 0,
    due_at INTEGER NOT NULL,
    error TEXT,
    UNIQUE (announcement, subscriber)
) STRICT;
CREATE INDEX deliveries_in_order ON deliveries (announcement, state, due_at);
CREATE INDEX deliveries_by_subscriber ON deliveries (subscriber);

-- What was published before there were announcements is not told anew when it is published again.
INSERT INTO announcements (name, document, announced_at, state)
SELECT 'alert:' || document || '::0', document, published_at, 'finished'
  FROM alerts;
INSERT INTO announcements (name, document, announced_at, state)
SELECT 'forum:' || document || '::0', document, published_at, 'finished'
  FROM forums;
INSERT INTO announcements (name, document, announced_at, state)
SELECT 'post:' || document || '::0', document, published_at, 'finished'
  FROM posts;
