import { randomUUID } from "node:crypto";
import { authorization } from "../authorization.ts";
import { arrayOf, checkError, checkGroup, checkList, checkUser, ENTERPRISE_USER, isObject, memberIds, objectOf, type Json } from "../checks.ts";
import { makeCompany, type Company, type CompanyGroup, type Person } from "../company/make-company.ts";
import type { Idp, SimulationOptions } from "../idp.ts";
import { checkSameMembers, checkValues, inspectChanged, inspectGone, inspectGroup, inspectUser } from "../inspect.ts";
import { Session, type Inspect } from "../session.ts";
import { addMembers, addOne, entraActive, entraFilter, entraHeaders, entraPatch, newEntraGroup, newEntraUser, removeMember, type Change, type EntraShape } from "./entra-messages.ts";

export type EntraDialect = "entra" | "entra-flagged" | "entra-mixed";

const TEMPORARY = { name: "Contractors 2025", entraId: "5c0e4f4e-9a43-4d55-8f0e-2b6f6d3d9a10" };

/**
 * Microsoft Entra ID as its documentation and validator describe it: without the flag `aadOptscim062020`, with it, or mixed, since
 * “Provision on demand” ignores the flag and one connection so receives both shapes.
 */
export class Entra implements Idp {
  readonly company: Company;
  readonly session: Session;
  private readonly ids = new Map<string, string>();
  private readonly groupIds = new Map<string, string>();
  private patches = 0;

  constructor(options: SimulationOptions, private readonly dialect: EntraDialect) {
    const { users = 25, groups = 3, seed = 1, domain = "lumenworks.example" } = options;
    this.company = makeCompany({ users, groups, seed, domain });
    const credential = authorization(options.auth ?? "bearer", options.token);
    const base = withFlag(options.base, dialect);
    this.session = new Session(base, (call) => entraHeaders(credential, call.body !== undefined), options.reporter ?? {}, options.pace ?? 0);
  }

  /** “Test Connection”: a user that cannot exist must be an empty list and not a 404. */
  async test(): Promise<void> {
    this.session.chapter("Connection test");
    const query = entraFilter(this.userAttribute(), randomUUID());
    const answer = await this.session.call("Test connection with a random user", { method: "GET", path: "/Users", query }, (list, complain) => {
      if (checkList(list, complain).length > 0) complain("the random user was found");
      checkValues(objectOf(list.json), { totalResults: 0, startIndex: 1 }, complain);
    });
    if (answer.status === 401) return;
    await this.session.call("A wrong token is refused", { method: "GET", path: "/Users", query, headers: { Authorization: "Bearer expired" } }, (refused, complain) => checkError(refused, 401, complain));
  }

  async provision(): Promise<void> {
    this.session.chapter("People");
    for (const person of this.company.people) await this.provisionUser(person);
    this.session.chapter("Managers");
    for (const person of this.company.people) await this.setManager(person);
    this.session.chapter("Groups");
    for (const group of this.company.groups) await this.provisionGroup(group);
  }

  async changes(): Promise<void> {
    this.session.chapter("Changes");
    const [promoted, moved] = this.company.people.slice(3, 5);
    if (promoted) await this.changeProfile(promoted);
    if (moved) await this.changeContacts(moved);
    await this.transfer();
  }

  async deactivate(userName?: string): Promise<void> {
    this.session.chapter("Departures");
    for (const name of userName ? [userName] : this.leavers()) await this.setActive(name, false);
  }

  async return(userName?: string): Promise<void> {
    this.session.chapter("Return");
    const name = userName ?? this.leavers()[0];
    if (name) await this.setActive(name, true);
  }

  /** Entra does not import from custom apps; it asks for each object again at the next cycle. */
  async import(): Promise<void> {
    this.session.chapter("Next cycle");
    for (const person of this.company.people.slice(0, 3)) {
      await this.findUser(person.userName, `Ask for ${person.displayName} again`);
    }
    for (const group of this.company.groups) await this.findGroup(group.name);
  }

  /** A hard deletion, 30 days after the soft one, and a group that went out of scope. */
  async delete(userName?: string): Promise<void> {
    this.session.chapter("Deletion");
    const name = userName ?? this.leavers()[1];
    if (name) await this.deleteUser(name);
    if (userName) return;
    const id = await this.ensureGroup(TEMPORARY);
    if (!id) return;
    await this.session.call(`Delete the group “${TEMPORARY.name}”`, { method: "DELETE", path: `/Groups/${id}` }, inspectGone);
    await this.session.call(`“${TEMPORARY.name}” is gone`, { method: "GET", path: `/Groups/${id}`, query: "excludedAttributes=members" }, (answer, complain) => checkError(answer, 404, complain));
  }

  private async provisionUser(person: Person): Promise<void> {
    const found = await this.findUser(person.userName, `Look for ${person.displayName}`);
    if (found) {
      if (found["active"] === false) await this.setActive(person.userName, true);
      await this.patchUser(person, `Update ${person.displayName}`, [{ path: "title", value: person.title }]);
      return;
    }
    const expected = { userName: person.userName, active: true, externalId: person.entraId, [ENTERPRISE_USER]: { department: person.department } };
    const answer = await this.session.call(`Create ${person.displayName}, ${person.title}`, { method: "POST", path: "/Users", body: newEntraUser(person) }, inspectUser([201], expected));
    const id = objectOf(answer.json)["id"];
    if (typeof id === "string") this.ids.set(person.userName, id);
  }

  private async findUser(userName: string, says: string): Promise<Json | undefined> {
    const person = this.person(userName);
    const attribute = person ? this.userAttribute() : "userName";
    const value = person && attribute === "externalId" ? person.entraId : userName;
    const answer = await this.session.call(says, { method: "GET", path: "/Users", query: entraFilter(attribute, value) }, (list, complain) => {
      const resources = checkList(list, complain);
      resources.forEach((user) => checkUser(user, complain));
      if (resources.length > 1) complain(`${String(resources.length)} people match ${attribute} ${value}`);
    });
    const found = arrayOf(objectOf(answer.json)["Resources"]).find(isObject);
    if (typeof found?.["id"] === "string") this.ids.set(userName, found["id"]);
    return found;
  }

  private async idOf(userName: string): Promise<string | undefined> {
    if (!this.ids.has(userName) && !(await this.findUser(userName, `Look for ${userName}`))) this.session.complain(`${userName} was not found`);
    return this.ids.get(userName);
  }

  /** Only after all people exist. Legacy shape: the manager's id as a plain string. */
  private async setManager(person: Person): Promise<void> {
    const [id, manager] = [await this.idOf(person.userName), person.manager && (await this.idOf(person.manager))];
    if (!id || !manager) return;
    const body = addOne(this.nextShape(), `${ENTERPRISE_USER}:manager`, manager);
    await this.session.call(`${person.displayName} reports to ${this.person(person.manager ?? "")?.displayName ?? ""}`, { method: "PATCH", path: `/Users/${id}`, body }, inspectChanged({ [ENTERPRISE_USER]: { manager: { value: manager } } }));
  }

  private async changeProfile(person: Person): Promise<void> {
    const title = `Principal ${person.title.replace(/^Senior |^Staff /, "")}`;
    await this.patchUser(person, `${person.displayName} is promoted`, [
      { path: "title", value: title },
      { path: "name.familyName", value: `${person.familyName}-Reed` },
      { path: "displayName", value: `${person.displayName}-Reed` },
      { path: 'emails[type eq "work"].value', value: person.userName },
      { path: `${ENTERPRISE_USER}:costCenter`, value: "4900" },
    ]);
    await this.readUser(person, { title, name: { familyName: `${person.familyName}-Reed`, givenName: person.givenName }, [ENTERPRISE_USER]: { costCenter: "4900", department: person.department } });
  }

  /** Adds a typed element that does not exist, then fills another one in three operations: one element must result. */
  private async changeContacts(person: Person): Promise<void> {
    const id = await this.idOf(person.userName);
    if (!id) return;
    await this.session.call(`${person.displayName} gets a mobile phone`, { method: "PATCH", path: `/Users/${id}`, body: addOne(this.nextShape(), 'phoneNumbers[type eq "mobile"].value', person.mobile) }, inspectChanged({}));
    await this.patchUser(person, `${person.displayName} moves to Porto`, [
      { path: 'addresses[type eq "work"].locality', value: "Porto" },
      { path: 'addresses[type eq "work"].region', value: "Porto" },
      { path: 'addresses[type eq "work"].postalCode', value: "4000-069" },
    ]);
    await this.session.call(`${person.displayName} has both phones and one work address`, { method: "GET", path: `/Users/${id}` }, (answer, complain) => {
      inspectUser([200], { id })(answer, complain);
      const user = objectOf(answer.json);
      const phones = arrayOf(user["phoneNumbers"]).map((phone) => `${String(objectOf(phone)["type"])} ${String(objectOf(phone)["value"])}`);
      for (const phone of [`work ${person.phone}`, `mobile ${person.mobile}`]) if (!phones.includes(phone)) complain(`the phone “${phone}” is missing`);
      const addresses = arrayOf(user["addresses"]).map(objectOf).filter((address) => address["type"] === "work");
      if (addresses.length !== 1) complain(`${String(addresses.length)} work addresses instead of one`);
      checkValues(addresses[0] ?? {}, { locality: "Porto", region: "Porto", postalCode: "4000-069" }, complain);
    });
  }

  private async patchUser(person: Person, says: string, changes: Change[]): Promise<void> {
    const id = await this.idOf(person.userName);
    if (id) await this.session.call(says, { method: "PATCH", path: `/Users/${id}`, body: entraPatch(this.nextShape(), changes) }, inspectChanged({}));
  }

  private async readUser(person: Person, expected: Json): Promise<void> {
    const id = await this.idOf(person.userName);
    if (id) await this.session.call(`${person.displayName} reads back as sent`, { method: "GET", path: `/Users/${id}` }, inspectUser([200], { id, ...expected }));
  }

  private async setActive(userName: string, active: boolean): Promise<void> {
    const id = await this.idOf(userName);
    if (!id) return;
    const name = this.person(userName)?.displayName ?? userName;
    if (active) await this.session.call(`Read ${name}`, { method: "GET", path: `/Users/${id}` }, inspectUser([200], { id, active: false }));
    await this.session.call(`${active ? "Restore" : "Disable"} ${name}`, { method: "PATCH", path: `/Users/${id}`, body: entraActive(this.nextShape(), active) }, inspectChanged({ active }));
    const found = await this.findUser(userName, `${name} is still found, ${active ? "active" : "disabled"}`);
    if (found?.["active"] !== active) this.session.complain(`${name} reads active ${JSON.stringify(found?.["active"])}`);
  }

  private async deleteUser(userName: string): Promise<void> {
    const id = await this.idOf(userName);
    if (!id) return;
    const name = this.person(userName)?.displayName ?? userName;
    await this.session.call(`Delete ${name} for good`, { method: "DELETE", path: `/Users/${id}` }, inspectGone);
    await this.session.call(`${name} is gone`, { method: "GET", path: `/Users/${id}` }, (answer, complain) => checkError(answer, 404, complain));
    if (await this.findUser(userName, `${name} is no longer found`)) this.session.complain(`${name} is still found`);
    await this.session.call(`Deleting ${name} twice is harmless`, { method: "DELETE", path: `/Users/${id}` }, (answer, complain) => checkError(answer, 404, complain));
    this.ids.delete(userName);
  }

  private async provisionGroup(group: CompanyGroup): Promise<void> {
    const id = await this.ensureGroup(group);
    if (!id) return;
    await this.session.call(`Read “${group.name}” without members`, { method: "GET", path: `/Groups/${id}`, query: "excludedAttributes=members" }, inspectWithoutMembers(group.name));
    const members = await this.idsOf(group.members);
    await this.removeStrangers(id, group.name, members);
    if (members.length > 0) await this.session.call(`Add ${String(members.length)} members to “${group.name}”`, { method: "PATCH", path: `/Groups/${id}`, body: addMembers(this.nextShape(), members) }, inspectChanged({}));
    await this.readMembers(id, group.name, members);
  }

  /** A group that was there before loses those who are not in it here, one request each. */
  private async removeStrangers(id: string, name: string, members: string[]): Promise<void> {
    const current = await this.session.call(`Read who is in “${name}”`, { method: "GET", path: `/Groups/${id}` }, inspectGroup([200], name));
    for (const stranger of memberIds(objectOf(current.json)).filter((member) => !members.includes(member))) {
      await this.session.call(`Remove one from “${name}”`, { method: "PATCH", path: `/Groups/${id}`, body: removeMember(this.nextShape(), stranger) }, inspectChanged({}));
    }
  }

  private async findGroup(name: string): Promise<Json | undefined> {
    const answer = await this.session.call(`Look for the group “${name}”`, { method: "GET", path: "/Groups", query: `excludedAttributes=members&${entraFilter("displayName", name)}` }, (list, complain) => {
      for (const group of checkList(list, complain)) {
        checkGroup(group, complain);
        if ("members" in group) complain("members came although they were excluded");
      }
    });
    return arrayOf(objectOf(answer.json)["Resources"]).find(isObject);
  }

  private async ensureGroup(group: Pick<CompanyGroup, "name" | "entraId">): Promise<string | undefined> {
    const known = this.groupIds.get(group.name);
    if (known) return known;
    const found = (await this.findGroup(group.name)) ?? objectOf((await this.session.call(`Create the group “${group.name}”`, { method: "POST", path: "/Groups", body: newEntraGroup(group) }, inspectGroup([201], group.name))).json);
    const id = found["id"];
    if (typeof id !== "string") return undefined;
    this.groupIds.set(group.name, id);
    return id;
  }

  private async readMembers(id: string, name: string, expected: string[]): Promise<void> {
    await this.session.call(`“${name}” has exactly its ${String(expected.length)} members`, { method: "GET", path: `/Groups/${id}` }, (answer, complain) => {
      inspectGroup([200], name)(answer, complain);
      checkSameMembers(memberIds(objectOf(answer.json)), expected, complain);
    });
  }

  /** One person moves from the first group to the second; a removal must not take everyone else along. */
  private async transfer(): Promise<void> {
    const [from, to] = this.company.groups;
    const mover = from?.members.at(-1);
    const id = mover && (await this.idOf(mover));
    const fromId = from && (await this.ensureGroup(from));
    const toId = to && (await this.ensureGroup(to));
    if (!mover || !id || !fromId || !toId) return;
    from.members = from.members.filter((member) => member !== mover);
    to.members = [...to.members.filter((member) => member !== mover), mover];
    const name = this.person(mover)?.displayName ?? mover;
    await this.session.call(`${name} leaves “${from.name}”`, { method: "PATCH", path: `/Groups/${fromId}`, body: removeMember(this.nextShape(), id) }, inspectChanged({}));
    await this.session.call(`${name} joins “${to.name}”`, { method: "PATCH", path: `/Groups/${toId}`, body: addMembers(this.nextShape(), [id]) }, inspectChanged({}));
    await this.readMembers(fromId, from.name, await this.idsOf(from.members));
    await this.readMembers(toId, to.name, await this.idsOf(to.members));
  }

  private async idsOf(userNames: string[]): Promise<string[]> {
    const ids: string[] = [];
    for (const userName of userNames) {
      const id = await this.idOf(userName);
      if (id) ids.push(id);
    }
    return ids;
  }

  private leavers(): string[] {
    return this.company.people.slice(-2).map((person) => person.userName);
  }

  private person(userName: string): Person | undefined {
    return this.company.people.find((person) => person.userName === userName);
  }

  /** Both matching attributes are met in the field; mixed runs meet them both ways round. */
  private userAttribute(): "userName" | "externalId" {
    return this.dialect === "entra-mixed" ? "externalId" : "userName";
  }

  private nextShape(): EntraShape {
    this.patches += 1;
    if (this.dialect === "entra-mixed") return this.patches % 2 === 0 ? "legacy" : "standard";
    return this.dialect === "entra" ? "legacy" : "standard";
  }
}

/** The admin pastes the Tenant URL with the flag; how it arrives is undocumented, so it rides in front of every query. */
function withFlag(base: string, dialect: EntraDialect): string {
  if (dialect === "entra" || base.includes("?")) return base;
  return `${base}?aadOptscim062020`;
}

function inspectWithoutMembers(name: string): Inspect {
  return (answer, complain) => {
    inspectGroup([200], name)(answer, complain);
    if ("members" in objectOf(answer.json)) complain("members came although they were excluded");
  };
}
