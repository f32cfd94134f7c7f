-- SPDX-License-Identifier: EUPL-1.2
-- What is needed to let data go in time: when somebody was here last, and since when a form waits.
ALTER TABLE person ADD COLUMN seen_at BIGINT;
ALTER TABLE person ADD COLUMN position_at BIGINT;
-- A key is destroyed some days after its time is over: whoever writes meanwhile stays.
ALTER TABLE person ADD COLUMN erase_at BIGINT;
CREATE INDEX person_erase ON person (erase_at) WHERE erase_at IS NOT NULL;
CREATE INDEX person_position ON person (position_at) WHERE position_at IS NOT NULL;
UPDATE person SET seen_at = first_seen_at;
CREATE INDEX person_seen ON person (seen_at, id);
CREATE INDEX request_to_let_go ON request (kind, closed_at, number) WHERE closed_at IS NOT NULL AND person IS NOT NULL;
CREATE INDEX entry_file ON entry (at) WHERE file IS NOT NULL;
CREATE INDEX audit_at ON audit (at);
