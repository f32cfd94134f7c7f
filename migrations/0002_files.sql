-- SPDX-License-Identifier: EUPL-1.2
-- A voice message or a photo outlives the message it came in: Telegram's name of the file, sealed. And
-- which of them came together.
ALTER TABLE entry ADD COLUMN file BYTEA;
ALTER TABLE entry ADD COLUMN album TEXT;
