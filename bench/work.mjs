// The work: each operation as a step for `measure`, which throws when the answer is not the right one.
import { addMembers, groupBody, personBody, removeMember, setActive } from "./people.mjs";

/** The people and the group of one run, and the steps over them. `workers` people are never shared by two workers at once. */
export function createWork(client, run, workers) {
  const people = [];
  const group = { id: "", members: [] };
  const anyone = () => people[Math.floor(Math.random() * people.length)];
  const own = (worker, nth) => people[(worker + workers * nth) % (people.length - (people.length % workers) || 1)];
  const expect = (answer, status, right = true) => {
    if (answer.status !== status || !right) throw new Error(`answered ${answer.status} ${JSON.stringify(answer.json)?.slice(0, 300) ?? ""}`);
    return answer.json;
  };
  const list = async (query, right) => {
    const { json } = { json: expect(await client.send("GET", `/Users?${query}`), 200) };
    if (!right(json)) throw new Error(`another page than expected: ${query} has ${json.totalResults} of which ${json.Resources.length} came`);
  };
  const filtered = (filter, right) => list(`filter=${encodeURIComponent(filter)}`, right);
  const patchGroup = async (body) => expect(await client.send("PATCH", `/Groups/${group.id}`, body), 204);

  const steps = {
    create: async (_, nth) => {
      const at = people.length + nth;
      const body = personBody(run, at);
      const { id } = expect(await client.send("POST", "/Users", body), 201);
      created.push({ id, nth: at, userName: body.userName, externalId: body.externalId });
    },
    lookup: () => {
      const one = anyone();
      return filtered(`userName eq "${one.userName}"`, (page) => page.totalResults === 1 && page.Resources[0].id === one.id);
    },
    miss: (_, nth) => filtered(`userName eq "nobody-${nth}@bench.example"`, (page) => page.totalResults === 0),
    get: async () => {
      const one = anyone();
      expect(await client.send("GET", `/Users/${one.id}`), 200);
    },
    patchActive: async (worker, nth) => {
      const one = own(worker, nth);
      const active = one.inactive === true;
      const json = expect(await client.send("PATCH", `/Users/${one.id}`, setActive(active)), 200);
      if (json.active !== active) throw new Error("the answer has another state");
      one.inactive = !active;
    },
    put: async (worker, nth) => {
      const one = own(worker, nth);
      expect(await client.send("PUT", `/Users/${one.id}`, { ...personBody(run, one.nth, `Family-${nth}`), id: one.id }), 200);
      delete one.inactive;
    },
    firstPage: () => list("startIndex=1&count=100", (page) => page.totalResults === people.length && page.Resources.length === Math.min(100, people.length)),
    lastPage: () => list(`startIndex=${people.length - 99}&count=100`, (page) => page.totalResults === people.length && page.Resources.length === 100),
    addHundred: async (_, nth) => {
      const next = people.slice(group.members.length, group.members.length + 100);
      if (next.length < 100) throw new Error(`nobody is left to add (${nth})`);
      await patchGroup(addMembers(next));
      group.members.push(...next);
    },
    removeOne: (_, nth) => patchGroup(removeMember(group.members[nth % group.members.length])),
    addOne: (_, nth) => patchGroup(addMembers([group.members[nth % group.members.length]])),
    // Each worker takes people of its own out and puts them back: nothing may be lost.
    toggleOne: async (worker, nth) => {
      const one = group.members[(worker + workers * Math.floor(nth / 2)) % group.members.length];
      await patchGroup(removeMember(one));
      await patchGroup(addMembers([one]));
    },
    getGroup: async () => {
      const json = expect(await client.send("GET", `/Groups/${group.id}`), 200);
      if (json.members.length !== group.members.length) throw new Error(`${json.members.length} members of ${group.members.length}`);
    },
    getGroupBare: async () => expect(await client.send("GET", `/Groups/${group.id}?excludedAttributes=members`), 200),
    byEmail: () => {
      const one = anyone();
      return filtered(`emails.value eq "${one.userName}"`, (page) => page.totalResults === 1 && page.Resources[0].id === one.id);
    },
    byWorkEmail: () => {
      const one = anyone();
      return filtered(`emails[type eq "work" and value eq "${one.userName}"]`, (page) => page.totalResults === 1);
    },
    byExternalId: () => {
      const one = anyone();
      return filtered(`externalId eq "${one.externalId}"`, (page) => page.totalResults === 1 && page.Resources[0].id === one.id);
    },
    byNameStart: () => filtered(`displayName sw "Amara Ab"`, (page) => page.totalResults > 0),
    changedSince: () => filtered(`meta.lastModified gt "${new Date(Date.now() - 1000).toISOString()}"`, (page) => page.totalResults >= 0),
    byTitle: () => filtered(`title eq "Nobody"`, (page) => page.totalResults === 0),
    byDepartment: () => filtered(`urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq "Department 3" and title co "engin"`, (page) => page.totalResults > 0),
  };
  const created = [];
  return {
    people,
    group,
    steps,
    /** After `create` steps: the new people, in their order. */
    settle: () => {
      people.push(...created.splice(0).sort((a, b) => a.nth - b.nth));
    },
    createGroup: async (name) => {
      const json = expect(await client.send("POST", "/Groups", groupBody(name)), 201);
      group.id = json.id;
      group.members = [];
    },
    /** A group beside the one of the steps; resolves with its id. */
    newGroup: async (name) => expect(await client.send("POST", "/Groups", groupBody(name)), 201).id,
    addMembers: async (id, some) => expect(await client.send("PATCH", `/Groups/${id}`, addMembers(some)), 204),
    /** A walk by cursor to the last page; resolves with the query of that page. */
    walk: async (count) => {
      let query = `cursor=&count=${count}`;
      for (;;) {
        const { nextCursor } = expect(await client.send("GET", `/Users?${query}`), 200);
        if (nextCursor === undefined) return query;
        query = `count=${count}&cursor=${nextCursor}`;
      }
    },
    page: (query) => list(query, (page) => page.Resources.length > 0),
  };
}
