// The people and messages of the bench: what Okta sends on assignment, with the enterprise extension mapped.
const core = "urn:ietf:params:scim:schemas:core:2.0:User";
const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const given = ["Amara", "Bruno", "Chidi", "Dana", "Emil", "Farah", "Goran", "Hana", "Ines", "Jonas", "Keiko", "Luca"];
const family = ["Abdi", "Becker", "Costa", "Dubois", "Eriksen", "Fischer", "Garcia", "Haddad", "Ivanov", "Jansen", "Kovacs"];

/** The body of a POST or PUT for the nth person. */
export function personBody(run, nth, familyName = family[Math.floor(nth / given.length) % family.length]) {
  const givenName = given[nth % given.length];
  const email = `${givenName}.${nth}.${run}@bench.example`.toLowerCase();
  return {
    schemas: [core, enterprise],
    userName: email,
    externalId: `00u-${run}-${nth}`,
    name: { givenName, familyName },
    displayName: `${givenName} ${familyName}`,
    emails: [{ primary: true, value: email, type: "work" }],
    title: "Engineer",
    locale: "en-US",
    groups: [],
    [enterprise]: { employeeNumber: String(100_000 + nth), department: `Department ${nth % 25}`, organization: "Bench" },
    active: true,
  };
}

export const groupBody = (displayName, members = []) => ({ schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"], displayName, members });

const patch = (...operations) => ({ schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations: operations });
export const setActive = (active) => patch({ op: "replace", value: { active } });
export const addMembers = (people) => patch({ op: "add", path: "members", value: people.map(({ id }) => ({ value: id })) });
export const removeMember = ({ id }) => patch({ op: "remove", path: `members[value eq "${id}"]` });
