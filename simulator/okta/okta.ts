import { authorization } from "../authorization.ts";
import { arrayOf, checkError, checkGroup, checkList, checkUser, ENTERPRISE_USER, isObject, memberIds, objectOf, type Json } from "../checks.ts";
import { makeCompany, type Company, type CompanyGroup, type Person } from "../company/make-company.ts";
import type { Idp, SimulationOptions } from "../idp.ts";
import { checkSameMembers, inspectChanged, inspectGroup, inspectGone, inspectPatchedGroup, inspectUser } from "../inspect.ts";
import { Session, type Complain } from "../session.ts";
import { membershipDelta, newOktaGroup, newOktaUser, oktaHeaders, pushNow, replaceValue, searchBy } from "./okta-messages.ts";

type Pushed = { id: string; userName: string };

/**
 * Okta, as its own documentation and test suites describe it. With `wizard` it plays an app made by the app integration wizard,
 * which changes everything by GET and PUT; without, the “SCIM 2.0 Test App” and catalogue apps, which PATCH.
 */
export class Okta implements Idp {
  readonly company: Company;
  readonly session: Session;
  private readonly ids = new Map<string, string>();
  private readonly groupIds = new Map<string, string>();

  constructor(options: SimulationOptions, private readonly wizard: boolean) {
    const { users = 25, groups = 3, seed = 1, domain = "lumenworks.example" } = options;
    this.company = makeCompany({ users, groups, seed, domain });
    const credential = authorization(options.auth ?? "bearer", options.token);
    this.session = new Session(options.base, (call) => oktaHeaders(credential, call.body !== undefined), options.reporter ?? {}, options.pace ?? 0);
  }

  /** “Test API Credentials”, then Okta's own complaints about servers: bad tokens and ids that are no UUIDs. */
  async test(): Promise<void> {
    this.session.chapter("Credential test");
    const answer = await this.session.call("Test API credentials", { method: "GET", path: "/Users", query: "startIndex=1&count=2" }, checkList);
    if (answer.status === 401) return;
    await this.session.call("A wrong token is refused", { method: "GET", path: "/Users", query: "startIndex=1&count=2", headers: { Authorization: "non-token" } }, (refused, complain) =>
      checkError(refused, 401, complain),
    );
    await this.session.call("An id nobody has is not found", { method: "GET", path: "/Users/00919288221112222" }, (missing, complain) => checkError(missing, 404, complain));
  }

  async provision(): Promise<void> {
    this.session.chapter("People");
    for (const person of this.company.people) await this.pushUser(person);
    const first = this.company.people[0];
    if (first) await this.session.call(`${first.displayName} again is a conflict`, { method: "POST", path: "/Users", body: newOktaUser(first) }, (answer, complain) => checkError(answer, 409, complain));
    this.session.chapter("Groups");
    for (const group of this.company.groups) await this.pushGroup(group);
  }

  async changes(): Promise<void> {
    this.session.chapter("Changes");
    const [promoted, married] = this.company.people.slice(3, 5);
    if (promoted) await this.pushProfile(promoted, { title: `Principal ${promoted.title.replace(/^Senior |^Staff /, "")}` });
    if (married) await this.pushProfile(married, { name: { givenName: married.givenName, familyName: `${married.familyName}-Reed` }, displayName: `${married.displayName}-Reed` });
    if (promoted && !this.wizard) await this.patchUser(promoted, "New password", { password: "Kx81-unsynced" });
    await this.transfer();
    await this.pushNowAndDelete();
  }

  async deactivate(userName?: string): Promise<void> {
    this.session.chapter("Departures");
    for (const name of userName ? [userName] : this.leavers()) await this.setActive(name, false);
  }

  async return(userName?: string): Promise<void> {
    this.session.chapter("Return");
    const name = userName ?? this.leavers()[0];
    if (!name) return;
    await this.setActive(name, true);
    const person = this.person(name);
    if (person) await this.pushProfile(person, { title: person.title });
  }

  /** Okta reads everything back page by page and expects stable order and real numbers. */
  async import(): Promise<void> {
    this.session.chapter("Import");
    await this.readAll("/Users", "people", checkUser);
    await this.readAll("/Groups", "groups", checkGroup);
  }

  /** Okta never deletes people. It deletes a group that the admin unlinks with “delete the group in the target app”. */
  async delete(): Promise<void> {
    this.session.chapter("Deletion");
    const id = await this.ensureGroup("Contractors 2025");
    if (!id) return;
    await this.session.call("Unlink and delete “Contractors 2025”", { method: "DELETE", path: `/Groups/${id}` }, inspectGone);
    await this.session.call("“Contractors 2025” is gone", { method: "GET", path: `/Groups/${id}` }, (answer, complain) => checkError(answer, 404, complain));
  }

  private async pushUser(person: Person): Promise<void> {
    const found = await this.findUser(person.userName, `Look for ${person.displayName}`);
    if (found) {
      this.ids.set(person.userName, String(found["id"]));
      if (found["active"] === false) await this.setActive(person.userName, true);
      await this.pushProfile(person, newOktaUser(person));
      return;
    }
    const answer = await this.session.call(`Create ${person.displayName}, ${person.title}`, { method: "POST", path: "/Users", body: newOktaUser(person) }, inspectUser([201], { userName: person.userName, active: true, externalId: person.oktaId, title: person.title }));
    const id = objectOf(answer.json)["id"];
    if (typeof id === "string") this.ids.set(person.userName, id);
  }

  private async findUser(userName: string, says: string): Promise<Json | undefined> {
    const answer = await this.session.call(says, { method: "GET", path: "/Users", query: searchBy("userName", userName) }, (list, complain) => {
      const resources = checkList(list, complain);
      resources.forEach((user) => checkUser(user, complain));
      if (resources.length > 1) complain(`${String(resources.length)} people have the user name ${userName}`);
    });
    return arrayOf(objectOf(answer.json)["Resources"]).find(isObject);
  }

  private async idOf(userName: string): Promise<string | undefined> {
    const known = this.ids.get(userName);
    if (known) return known;
    const found = await this.findUser(userName, `Look for ${userName}`);
    const id = found?.["id"];
    if (typeof id !== "string") {
      this.session.complain(`${userName} was not found`);
      return undefined;
    }
    this.ids.set(userName, id);
    return id;
  }

  /** Always reads first. Wizard apps send back what they received with the change in it; others PATCH without a path. */
  private async pushProfile(person: Person, change: Json): Promise<void> {
    const id = await this.idOf(person.userName);
    if (!id) return;
    const current = await this.session.call(`Read ${person.displayName}`, { method: "GET", path: `/Users/${id}` }, inspectUser([200], { id }));
    const says = `Push the profile of ${person.displayName}`;
    if (this.wizard) await this.session.call(says, { method: "PUT", path: `/Users/${id}`, body: { ...objectOf(current.json), ...change } }, inspectUser([200], { id, ...readable(change) }));
    else await this.patchUser(person, says, change);
    await this.session.call(`${person.displayName} reads back as pushed`, { method: "GET", path: `/Users/${id}` }, inspectUser([200], { id, ...readable(change) }));
  }

  private async patchUser(person: Person, says: string, change: Json): Promise<void> {
    const id = await this.idOf(person.userName);
    if (!id) return;
    await this.session.call(says, { method: "PATCH", path: `/Users/${id}`, body: replaceValue(change) }, inspectChanged(readable(change)));
  }

  private async setActive(userName: string, active: boolean): Promise<void> {
    const id = await this.idOf(userName);
    if (!id) return;
    const says = `${active ? "Reactivate" : "Deactivate"} ${this.person(userName)?.displayName ?? userName}`;
    if (this.wizard) {
      const current = await this.session.call(`Read ${userName}`, { method: "GET", path: `/Users/${id}` }, inspectUser([200], { id }));
      await this.session.call(says, { method: "PUT", path: `/Users/${id}`, body: { ...objectOf(current.json), active } }, inspectUser([200], { id, active }));
    } else {
      await this.session.call(says, { method: "PATCH", path: `/Users/${id}`, body: replaceValue({ active }) }, inspectChanged({ active }));
    }
    const found = await this.findUser(userName, `${userName} is still found, ${active ? "active" : "inactive"}`);
    if (found?.["active"] !== active) this.session.complain(`${userName} reads active ${JSON.stringify(found?.["active"])}`);
  }

  private async pushGroup(group: CompanyGroup): Promise<void> {
    const { id, found } = await this.linkGroup(group.name);
    if (!id) return;
    const members = await this.pushed(group.members);
    if (this.wizard) await this.putGroup(id, group.name, members);
    else if (found) await this.pushNow(id, group.name, members);
    else await this.patchGroup(id, group.name, [], members);
    await this.readMembers(id, group.name, members);
  }

  private async ensureGroup(name: string): Promise<string | undefined> {
    return this.groupIds.get(name) ?? (await this.linkGroup(name)).id;
  }

  private async linkGroup(name: string): Promise<{ id?: string; found: boolean }> {
    const search = await this.session.call(`Look for the group “${name}”`, { method: "GET", path: "/Groups", query: searchBy("displayName", name) }, checkList);
    const found = arrayOf(objectOf(search.json)["Resources"]).find(isObject);
    const group = found ?? objectOf((await this.session.call(`Create the group “${name}”`, { method: "POST", path: "/Groups", body: newOktaGroup(name) }, inspectGroup([201], name))).json);
    const id = group["id"];
    if (typeof id !== "string") return { found: false };
    this.groupIds.set(name, id);
    return { id, found: found !== undefined };
  }

  private async pushNow(id: string, name: string, members: Pushed[]): Promise<void> {
    await this.session.call(`Push “${name}” now with ${String(members.length)} members`, { method: "PATCH", path: `/Groups/${id}`, body: pushNow(members) }, inspectPatchedGroup(name));
  }

  /** The rename comes with every membership push, changed or not. */
  private async patchGroup(id: string, name: string, removed: string[], added: Pushed[]): Promise<void> {
    await this.session.call(`Push the name “${name}”`, { method: "PATCH", path: `/Groups/${id}`, body: replaceValue({ id, displayName: name }) }, inspectPatchedGroup(name));
    if (removed.length + added.length === 0) return;
    const says = `Push members of “${name}”: ${[added.length > 0 ? `+${String(added.length)}` : "", removed.length > 0 ? `−${String(removed.length)}` : ""].filter(Boolean).join(" ")}`;
    await this.session.call(says, { method: "PATCH", path: `/Groups/${id}`, body: membershipDelta(removed, added) }, inspectPatchedGroup(name));
  }

  private async putGroup(id: string, name: string, members: Pushed[]): Promise<void> {
    const current = await this.session.call(`Read the group “${name}”`, { method: "GET", path: `/Groups/${id}` }, inspectGroup([200], name));
    const body = { schemas: objectOf(current.json)["schemas"], id, displayName: name, members: members.map(({ id: value }) => ({ value, display: null })) };
    await this.session.call(`Put “${name}” with ${String(members.length)} members`, { method: "PUT", path: `/Groups/${id}`, body }, inspectGroup([200], name));
  }

  private async readMembers(id: string, name: string, members: Pushed[]): Promise<void> {
    await this.session.call(`“${name}” has exactly its ${String(members.length)} members`, { method: "GET", path: `/Groups/${id}` }, (answer, complain) => {
      inspectGroup([200], name)(answer, complain);
      checkSameMembers(memberIds(objectOf(answer.json)), members.map((member) => member.id), complain);
      if (answer.milliseconds > 600) complain(`took ${answer.milliseconds.toFixed(0)} ms, Okta's test suite allows 600`);
    });
  }

  /** One person moves from the first group to the second. */
  private async transfer(): Promise<void> {
    const [from, to] = this.company.groups;
    const mover = from?.members.at(-1);
    const id = mover && (await this.idOf(mover));
    const fromId = from && (await this.ensureGroup(from.name));
    const toId = to && (await this.ensureGroup(to.name));
    if (!mover || !id || !fromId || !toId) return;
    from.members = from.members.filter((member) => member !== mover);
    to.members = [...to.members.filter((member) => member !== mover), mover];
    const [fromMembers, toMembers] = [await this.pushed(from.members), await this.pushed(to.members)];
    if (this.wizard) {
      await this.putGroup(fromId, from.name, fromMembers);
      await this.putGroup(toId, to.name, toMembers);
    } else {
      await this.patchGroup(fromId, from.name, [id], []);
      await this.patchGroup(toId, to.name, [], [{ id, userName: mover }]);
    }
    await this.readMembers(fromId, from.name, fromMembers);
    await this.readMembers(toId, to.name, toMembers);
  }

  /** “Push now” with everyone, then with nobody. */
  private async pushNowAndDelete(): Promise<void> {
    const id = await this.ensureGroup("Contractors 2025");
    if (!id) return;
    const everyone = await this.pushed(this.company.people.slice(0, 5).map((person) => person.userName));
    for (const members of [everyone, []]) {
      if (this.wizard) await this.putGroup(id, "Contractors 2025", members);
      else await this.pushNow(id, "Contractors 2025", members);
      await this.readMembers(id, "Contractors 2025", members);
    }
  }

  private async readAll(path: string, what: string, check: (resource: Json, complain: Complain) => void): Promise<void> {
    const seen = new Set<string>();
    for (let startIndex = 1; ; startIndex += 100) {
      const answer = await this.session.call(`Import ${what} from ${String(startIndex)}`, { method: "GET", path, query: `startIndex=${String(startIndex)}&count=100` }, (page, complain) => {
        for (const resource of checkList(page, complain)) {
          check(resource, complain);
          if (seen.has(String(resource["id"]))) complain(`${String(resource["id"])} came on two pages`);
          seen.add(String(resource["id"]));
        }
      });
      const total = Number(objectOf(answer.json)["totalResults"]);
      if (!(startIndex + 100 <= total)) {
        if (seen.size !== total) this.session.complain(`totalResults is ${String(total)}, the pages held ${String(seen.size)}`);
        return;
      }
    }
  }

  private leavers(): string[] {
    return this.company.people.slice(-2).map((person) => person.userName);
  }

  private person(userName: string): Person | undefined {
    return this.company.people.find((person) => person.userName === userName);
  }

  private async pushed(userNames: string[]): Promise<Pushed[]> {
    const members: Pushed[] = [];
    for (const userName of userNames) {
      const id = await this.idOf(userName);
      if (id) members.push({ id, userName });
    }
    return members;
  }
}

/** What of a pushed value must be readable afterwards. */
function readable({ password: _password, groups: _groups, schemas: _schemas, emails: _emails, phoneNumbers: _phoneNumbers, ...rest }: Json): Json {
  const extension = objectOf(rest[ENTERPRISE_USER]);
  return "manager" in extension ? { ...rest, [ENTERPRISE_USER]: { department: extension["department"] } } : rest;
}
