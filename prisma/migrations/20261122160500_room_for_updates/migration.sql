-- Rows that change often keep room on their page, so that a change that touches no index stays on it (heap-only tuples):
-- deactivation, profile pushes, group versions, and the counters of the request log.
ALTER TABLE "registration" SET (fillfactor = 85);
ALTER TABLE "member" SET (fillfactor = 85);
ALTER TABLE "idp_group" SET (fillfactor = 70);
ALTER TABLE "connection_contact" SET (fillfactor = 50);
ALTER TABLE "connection_token" SET (fillfactor = 50);
