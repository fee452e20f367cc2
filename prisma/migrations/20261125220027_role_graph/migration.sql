-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "role_graph_version" INTEGER NOT NULL DEFAULT 0;

-- Whether what gives roles to groups (nesting, role mapping) is still as the statement read it: `seen`. Until the end of the transaction nobody changes
-- it. A volatile function reads with a snapshot of its own, so what was committed while it waited shows.
CREATE FUNCTION "role_graph_is"("p_organization" uuid, "p_seen" integer) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('role-graph:' || p_organization, 0));
  RETURN (SELECT role_graph_version = p_seen FROM organization WHERE id = p_organization);
END
$$;

-- Whoever changes it, and must be alone then. What comes after in the transaction reads what the others left.
CREATE FUNCTION "take_role_graph"("p_organization" uuid) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('role-graph:' || p_organization, 0));
  UPDATE organization SET role_graph_version = role_graph_version + 1 WHERE id = p_organization;
END
$$;

-- A role that is given or taken by hand meets a change of groups at the same person: that one begins anew (member.role_version), and what is
-- told of the person after this reads the groups' roles as they are.
CREATE FUNCTION "note_role_assignment"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('role-graph:' || OLD.organization_id, 0));
    UPDATE member SET role_version = role_version + 1 WHERE id = OLD.member_id;
    RETURN OLD;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('role-graph:' || NEW.organization_id, 0));
  UPDATE member SET role_version = role_version + 1 WHERE id = NEW.member_id;
  RETURN NEW;
END
$$;
CREATE TRIGGER "role_assignment_is_noted" AFTER INSERT OR DELETE ON "role_assignment" FOR EACH ROW EXECUTE FUNCTION note_role_assignment();
