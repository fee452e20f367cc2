-- RFC 7644 section 3.4.2.3: "Unicode alphabetic sort order with no specific locale implied" is the root collation of Unicode. A PostgreSQL that was built
-- without ICU sorts by code points.
DO $$
BEGIN
  CREATE COLLATION "alphabetic" (provider = icu, locale = 'und');
EXCEPTION WHEN feature_not_supported OR invalid_parameter_value OR undefined_object THEN
  CREATE COLLATION "alphabetic" FROM "C";
END
$$;
