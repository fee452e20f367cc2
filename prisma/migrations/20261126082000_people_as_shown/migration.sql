-- How a person's JSON begins in an answer, up to the groups: pages of a hundred people are sent as they lie here (decision 048). Null where the text would not be what the presenter
-- writes, who is asked then: what no standard schema declares, a manager with more than a value, numbers and nulls, which the two write differently.
CREATE FUNCTION show_person(id uuid, attributes jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  enterprise_urn CONSTANT text := 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
  enterprise CONSTANT jsonb := attributes -> enterprise_urn;
  manager CONSTANT jsonb := enterprise -> 'manager';
  written text;
BEGIN
  IF attributes - '{externalId,userName,name,displayName,nickName,profileUrl,title,userType,preferredLanguage,locale,timezone,active,emails,phoneNumbers,ims,photos,addresses,entitlements,roles,x509Certificates,urn:ietf:params:scim:schemas:extension:enterprise:2.0:User}'::text[] <> '{}'
    OR jsonb_path_exists(attributes, 'strict $.** ? (@.type() == "number" || @.type() == "null")') THEN
    RETURN NULL;
  END IF;
  IF enterprise IS NOT NULL THEN
    IF jsonb_typeof(enterprise) <> 'object' THEN RETURN NULL; END IF;
    IF enterprise - '{employeeNumber,costCenter,organization,division,department,manager}'::text[] <> '{}' THEN RETURN NULL; END IF;
    IF manager IS NOT NULL AND manager <> jsonb_build_object('value', manager ->> 'value') THEN RETURN NULL; END IF;
  END IF;
  -- The one function of PostgreSQL that writes JSON without blanks; there is no null to strip.
  written := json_strip_nulls(attributes::text::json)::text;
  RETURN '{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"' || CASE WHEN enterprise IS NULL THEN '' ELSE ',"' || enterprise_urn || '"' END || '],"id":"' || id || '",'
    || CASE WHEN written = '{}' THEN '' ELSE substr(written, 2, length(written) - 2) || ',' END || '"groups":';
END $$;

ALTER TABLE "registration" ADD COLUMN "shown" TEXT GENERATED ALWAYS AS (show_person("id", "attributes")) STORED;
-- Nobody asks for it by value.
ALTER TABLE "registration" ALTER COLUMN "shown" SET STATISTICS 0;
