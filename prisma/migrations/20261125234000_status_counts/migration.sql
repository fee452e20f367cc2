-- A change of groups tells roles by the status that it read: one that changes meanwhile counts, so that it begins anew (member.role_version).
CREATE FUNCTION "count_member_status"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.role_version = OLD.role_version + 1;
  RETURN NEW;
END
$$;
CREATE TRIGGER "member_status_counts" BEFORE UPDATE OF "status" ON "member" FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION count_member_status();
