/** A browser without a window: keeps cookies a host, and follows redirects. */
export class BrowserSession {
  private readonly cookies = new Map<string, Map<string, string>>();

  /** Follows redirects to the first answer that is none. `url` of the answer is where it came from. */
  async open(url: string, init: RequestInit = {}): Promise<Response> {
    let [next, options] = [url, init];
    for (let hops = 0; hops < 20; hops += 1) {
      const answer = await this.send(next, options);
      const location = answer.headers.get("location");
      if (answer.status < 300 || answer.status > 399 || !location) return answer;
      next = new URL(location, next).href;
      options = {};
    }
    throw new Error(`too many redirects from ${url}`);
  }

  /** Fills in the only form of a page and sends it. */
  async submit(page: Response, fields: Record<string, string>): Promise<Response> {
    const html = await page.text();
    const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1] ?? page.url;
    const hidden = [...html.matchAll(/<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]);
    const body = new URLSearchParams({ ...(Object.fromEntries(hidden) as Record<string, string>), ...fields });
    return this.open(new URL(action, page.url).href, { method: "POST", body });
  }

  has(host: string, name: string): boolean {
    return this.cookies.get(host)?.has(name) ?? false;
  }

  private async send(url: string, init: RequestInit): Promise<Response> {
    const { host, origin } = new URL(url);
    const jar = this.cookies.get(host) ?? new Map<string, string>();
    this.cookies.set(host, jar);
    const headers = { ...(init.headers as Record<string, string>), cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "), ...(init.method === "POST" ? { origin } : {}) };
    const answer = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === "" || /max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }
}
