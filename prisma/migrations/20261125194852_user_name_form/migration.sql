-- User names are compared in Unicode's form C from now on. Where two people differ by that alone, the later one keeps the old key.
UPDATE "registration" r SET "user_name_key" = normalize(r."user_name_key", NFC)
WHERE r."user_name_key" IS NOT NFC NORMALIZED
  AND NOT EXISTS (SELECT 1 FROM "registration" o WHERE o."connection_id" = r."connection_id" AND o."id" <> r."id" AND normalize(o."user_name_key", NFC) = normalize(r."user_name_key", NFC));
