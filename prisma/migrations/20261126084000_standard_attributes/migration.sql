-- What a person's attributes need to be shown: 0 the presenter (something that no standard schema declares), 1 the core schema, 2 the enterprise extension as well. Pages send the
-- attributes of 1 and 2 as PostgreSQL writes them (decision 048).
ALTER TABLE "registration" ADD COLUMN "standard" SMALLINT NOT NULL GENERATED ALWAYS AS (
  CASE
    WHEN "attributes" - '{externalId,userName,name,displayName,nickName,profileUrl,title,userType,preferredLanguage,locale,timezone,active,emails,phoneNumbers,ims,photos,addresses,entitlements,roles,x509Certificates,urn:ietf:params:scim:schemas:extension:enterprise:2.0:User}'::text[] <> '{}' THEN 0
    WHEN NOT "attributes" ? 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User' THEN 1
    WHEN jsonb_typeof("attributes" -> 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User') <> 'object' THEN 0
    WHEN ("attributes" -> 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User') - '{employeeNumber,costCenter,organization,division,department,manager}'::text[] <> '{}' THEN 0
    ELSE 2
  END) STORED;
ALTER TABLE "registration" ALTER COLUMN "standard" SET STATISTICS 0;
