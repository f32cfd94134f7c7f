-- SPDX-License-Identifier: EUPL-1.2
-- Runs unchanged on SQLite and PostgreSQL: TEXT, BIGINT and BYTEA only, times in epoch milliseconds.
-- BYTEA columns hold sealed values (see src/vault). Nothing personal is kept in the clear.

CREATE TABLE setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE counter (
    name  TEXT NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO counter (name, value) VALUES ('request', 1000);

-- What came in. The raw update is erased once handled; the row stays two days against duplicates.
CREATE TABLE inbox (
    id           BIGINT NOT NULL PRIMARY KEY, -- Telegram's update_id; negative for alarms
    chat         BIGINT NOT NULL,
    message      BIGINT,
    date         BIGINT, -- the message's own, as Telegram gives it
    raw          BYTEA,
    received_at  BIGINT NOT NULL,
    attempts     BIGINT NOT NULL DEFAULT 0,
    handled_at   BIGINT,
    set_aside_at BIGINT
);
CREATE INDEX inbox_chat ON inbox (chat, id);
CREATE INDEX inbox_waiting ON inbox (id) WHERE handled_at IS NULL;
CREATE INDEX inbox_handled ON inbox (handled_at) WHERE handled_at IS NOT NULL;

-- What somebody sent faster than anybody can mean: it comes back into the inbox when it is due.
CREATE TABLE held (
    id     BIGINT NOT NULL PRIMARY KEY, -- Telegram's update_id
    chat   BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    raw    BYTEA
);
CREATE INDEX held_due ON held (due_at, id);
CREATE INDEX held_chat ON held (chat);

-- "Remind me then." A due alarm moves into the inbox.
CREATE TABLE alarm (
    id     BIGINT NOT NULL PRIMARY KEY,
    due_at BIGINT NOT NULL,
    chat   BIGINT NOT NULL,
    what   TEXT NOT NULL
);
CREATE INDEX alarm_due ON alarm (due_at, id);
CREATE INDEX alarm_chat ON alarm (chat);

-- What goes out, in order per chat. The message is erased once sent.
CREATE TABLE outbox (
    id         BIGINT NOT NULL PRIMARY KEY,
    chat       BIGINT NOT NULL,
    urgency    BIGINT NOT NULL,
    line       BIGINT NOT NULL, -- what keeps an order of its own (kernel::Line)
    turn       BIGINT NOT NULL, -- chats take turns: whoever has heard less goes first
    pushed     BIGINT NOT NULL, -- 1: no answer to what somebody did in this chat
    update_id  BIGINT,          -- the update it answers, where the direct way may have answered it
    what       BYTEA,
    target     BIGINT,
    request    BIGINT,
    on_doubt   TEXT NOT NULL CHECK (on_doubt IN ('retry', 'drop')),
    state      TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'never')),
    due_at     BIGINT NOT NULL,
    attempts   BIGINT NOT NULL DEFAULT 0,
    why        TEXT,
    message    BIGINT,
    created_at BIGINT NOT NULL,
    done_at    BIGINT
);
CREATE INDEX outbox_waiting_chat ON outbox (chat, id) WHERE state = 'waiting';
CREATE INDEX outbox_waiting ON outbox (urgency, turn, id) WHERE state = 'waiting';
CREATE INDEX outbox_done ON outbox (done_at) WHERE done_at IS NOT NULL;
CREATE INDEX outbox_chat ON outbox (chat);

-- Who left by the quick exit: nothing is pushed to them until they write again.
CREATE TABLE quiet (
    chat  BIGINT NOT NULL PRIMARY KEY,
    since BIGINT NOT NULL
);

CREATE TABLE person (
    id              BIGINT NOT NULL PRIMARY KEY,
    chat_index      TEXT NOT NULL UNIQUE, -- keyed hash of the chat id
    data_key        BYTEA NOT NULL,       -- the person's key, wrapped by the master key
    profile         BYTEA NOT NULL,       -- chat id, name
    position        BYTEA,                -- what we know of an unfinished conversation
    help            BYTEA,                -- what we know of their help-now screen
    help_at         BIGINT,
    language        TEXT,
    notice          TEXT,
    notice_at       BIGINT,
    unreachable_at  BIGINT,
    unreachable_why TEXT,
    quiet_at        BIGINT, -- the quick exit, until they write again
    first_seen_at   BIGINT NOT NULL
);

CREATE INDEX person_help ON person (help_at) WHERE help_at IS NOT NULL;
-- Who asked for a copy of their data: what of it is not sent yet, and when they asked last.
CREATE TABLE export (
    person   BIGINT NOT NULL PRIMARY KEY REFERENCES person (id),
    asked_at BIGINT NOT NULL,
    due_at   BIGINT, -- none when all of it is sent
    attempts BIGINT NOT NULL DEFAULT 0,
    part     BIGINT NOT NULL DEFAULT 0, -- documents sent
    request  BIGINT NOT NULL DEFAULT 0, -- as far as they went: the request
    entry    BIGINT NOT NULL DEFAULT 0  -- and its entry
);
CREATE INDEX export_due ON export (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE staff (
    person     BIGINT NOT NULL PRIMARY KEY REFERENCES person (id),
    role       TEXT NOT NULL CHECK (role IN ('admin', 'operator', 'mediator')),
    desk       TEXT,
    since      BIGINT NOT NULL,
    removed_at BIGINT,
    here       TEXT,  -- the desk they said they are at
    here_until BIGINT,
    away_since BIGINT
);

CREATE TABLE invitation (
    token_hash TEXT NOT NULL PRIMARY KEY,
    role       TEXT NOT NULL CHECK (role IN ('admin', 'operator', 'mediator')),
    desk       TEXT,
    made_by    BIGINT,
    made_at    BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_by    BIGINT,
    used_at    BIGINT
);

-- All requests for the desk at one school.
CREATE TABLE activation (
    id         BIGINT NOT NULL PRIMARY KEY,
    school     TEXT NOT NULL UNIQUE,
    desk       TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE request (
    number       BIGINT NOT NULL PRIMARY KEY,
    draft        BIGINT NOT NULL, -- confirming twice opens one request
    kind         TEXT NOT NULL,
    desk         TEXT NOT NULL,
    person       BIGINT REFERENCES person (id), -- none once erased
    language     TEXT NOT NULL,
    asker        TEXT,
    topic        TEXT,
    town         TEXT,
    activation   BIGINT REFERENCES activation (id),
    answers      BYTEA,
    state        TEXT NOT NULL CHECK (state IN ('new', 'triaged', 'assigned', 'in_progress',
                 'waiting_person', 'waiting_other', 'scheduled', 'done', 'closed')),
    reason       TEXT,
    owner        BIGINT REFERENCES person (id),
    priority     BIGINT NOT NULL CHECK (priority BETWEEN 0 AND 3),
    rank         BIGINT NOT NULL CHECK (rank BETWEEN 0 AND 3), -- priority, raised as it gets late
    created_at   BIGINT NOT NULL,
    due_at       BIGINT NOT NULL,
    owned_at     BIGINT,
    answered_at  BIGINT,
    appointment  BIGINT,
    confirmed_at BIGINT,
    offered_to   TEXT, -- a transfer waiting for the other desk
    offered_by   BIGINT,
    offered_at   BIGINT,
    returned     TEXT CHECK (returned IN ('refused', 'unanswered')),
    closed_at    BIGINT,
    card         BIGINT, -- outbox row of the card in the staff chat
    version      BIGINT NOT NULL,
    UNIQUE (person, draft), -- made by chance, and 32 bits: two people may draw the same
    CHECK ((state IN ('done', 'closed')) = (closed_at IS NOT NULL)),
    CHECK ((state IN ('new', 'triaged')) = (owner IS NULL AND closed_at IS NULL))
);
CREATE INDEX request_open ON request (rank, due_at, number) WHERE closed_at IS NULL;
CREATE INDEX request_unowned ON request (rank, due_at, number) WHERE closed_at IS NULL AND owner IS NULL;
CREATE INDEX request_desk ON request (desk, rank, due_at, number) WHERE closed_at IS NULL;
CREATE INDEX request_due ON request (due_at, number) WHERE closed_at IS NULL;
CREATE INDEX request_owner ON request (owner, rank, due_at, number) WHERE closed_at IS NULL;
CREATE INDEX request_person ON request (person, number);
CREATE INDEX request_had_owner ON request (owner) WHERE owner IS NOT NULL;
CREATE INDEX request_activation ON request (activation) WHERE activation IS NOT NULL;

-- What was said and done about a request, in order.
CREATE TABLE entry (
    id      BIGINT NOT NULL PRIMARY KEY,
    request BIGINT NOT NULL REFERENCES request (number),
    at      BIGINT NOT NULL,
    side    TEXT NOT NULL CHECK (side IN ('person', 'desk', 'note', 'event')),
    author  BIGINT,
    what    TEXT NOT NULL, -- text, a media kind, or the name of an event
    body    BYTEA,         -- the words, every version
    chat    BIGINT,
    message BIGINT
);
CREATE INDEX entry_request ON entry (request, id);
CREATE INDEX entry_message ON entry (chat, message) WHERE message IS NOT NULL;
CREATE INDEX entry_author ON entry (author) WHERE author IS NOT NULL;

-- Which request a message on somebody's screen is about: answering it speaks to that request.
CREATE TABLE label (
    chat    BIGINT NOT NULL,
    message BIGINT NOT NULL,
    request BIGINT NOT NULL,
    at      BIGINT NOT NULL,
    PRIMARY KEY (chat, message)
);
CREATE INDEX label_at ON label (at);
CREATE INDEX label_request ON label (request);

CREATE TABLE audit (
    id    BIGINT NOT NULL PRIMARY KEY,
    at    BIGINT NOT NULL,
    who   BIGINT,
    what  TEXT NOT NULL,
    which TEXT NOT NULL
);

-- Counts without people: help-now taps, unmet languages.
CREATE TABLE tally (
    day   TEXT NOT NULL,
    what  TEXT NOT NULL,
    which TEXT NOT NULL,
    n     BIGINT NOT NULL,
    PRIMARY KEY (day, what, which)
);

CREATE TABLE lease (
    name  TEXT NOT NULL PRIMARY KEY,
    owner TEXT NOT NULL,
    until BIGINT NOT NULL,
    fence BIGINT NOT NULL
);
