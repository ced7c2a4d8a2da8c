-- Who belongs to the community and has an account. `fingerprint` is the address under the instance's secret, so that each has one account,
-- however it is typed. `invited` is how many joined by this member's link; who they are is not known here or anywhere.
CREATE TABLE members (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('member', 'translator', 'moderator', 'coordinator', 'steward')),
    translates TEXT,
    address TEXT,
    fingerprint TEXT UNIQUE,
    totp_secret TEXT,
    totp_step BIGINT,
    invitation TEXT NOT NULL UNIQUE,
    invited BIGINT NOT NULL DEFAULT 0,
    joined_on TEXT NOT NULL
);
CREATE INDEX members_role ON members (role);

-- The public halves of passkeys, as the library writes them.
CREATE TABLE passkeys (
    id TEXT PRIMARY KEY,
    member TEXT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    credential TEXT NOT NULL,
    added_on TEXT NOT NULL,
    used_on TEXT
);
CREATE INDEX passkeys_member ON passkeys (member);

CREATE TABLE recovery_codes (
    hash TEXT PRIMARY KEY,
    member TEXT NOT NULL REFERENCES members (id) ON DELETE CASCADE
);
CREATE INDEX recovery_codes_member ON recovery_codes (member);

-- Who asked for a link, until it is used or too old. `member` where it is to add the address to an account; `role` where the command
-- line gave it. `id` is what the browser that asked knows, `link` what the mail's link and its code follow from: who has the one
-- cannot make the other.
CREATE TABLE sign_ins (
    id TEXT PRIMARY KEY,
    link TEXT NOT NULL UNIQUE,
    address TEXT,
    fingerprint TEXT,
    member TEXT REFERENCES members (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    role TEXT NOT NULL,
    next TEXT NOT NULL,
    has_code BIGINT NOT NULL,
    wrong_codes BIGINT NOT NULL DEFAULT 0,
    ends_at BIGINT NOT NULL
);
CREATE INDEX sign_ins_ends_at ON sign_ins (ends_at);

-- How many links an address was sent on a day, and how many wrong codes were typed for it, in all.
CREATE TABLE sign_in_days (
    fingerprint TEXT NOT NULL,
    day TEXT NOT NULL,
    mails BIGINT NOT NULL DEFAULT 0,
    mailed_at BIGINT NOT NULL DEFAULT 0,
    wrong_codes BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (fingerprint, day)
);

-- Challenges of passkeys that were answered, until they are too old anyway: none is taken twice.
CREATE TABLE spent_challenges (
    hash TEXT PRIMARY KEY,
    ends_at BIGINT NOT NULL
);

-- What a member did, each once: `about` is an alert, a forum or a primer, `letter` the number of a model letter.
CREATE TABLE acts (
    member TEXT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('wrote', 'watched', 'learned', 'shared')),
    about TEXT NOT NULL,
    letter BIGINT NOT NULL,
    way TEXT NOT NULL,
    done_at BIGINT NOT NULL,
    PRIMARY KEY (member, kind, about, letter)
);

-- Who is signed in where. The browser has a token; here is its SHA-256. `role` is the member's: when that changes, the sessions end.
CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    member TEXT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('member', 'translator', 'moderator', 'coordinator', 'steward')),
    language TEXT NOT NULL,
    proof TEXT NOT NULL CHECK (proof IN ('mail', 'recovery', 'key', 'totp', 'passkey')),
    proved_at BIGINT NOT NULL,
    device TEXT NOT NULL CHECK (device IN ('phone', 'tablet', 'computer')),
    seen_on TEXT NOT NULL,
    ends_at BIGINT NOT NULL
);
CREATE INDEX sessions_member ON sessions (member);
CREATE INDEX sessions_ends_at ON sessions (ends_at);
