// A real OpenID Provider for tests: node aanbieder.mjs PORT CALLBACK. Whoever logs in is who the login name says: the claims
// as JSON, in base64url. It says "klaar" when it listens.
import Provider from "oidc-provider";

const [poort, terug] = process.argv.slice(2);
const SCOPES = "openid email profile";
const lees = (naam) => JSON.parse(Buffer.from(naam, "base64url").toString());

const aanbieder = new Provider(`http://127.0.0.1:${poort}`, {
  clients: [{ client_id: "doelspoor", client_secret: "geheim-van-de-proef-0123456789abcdef", redirect_uris: [terug] }],
  claims: { openid: ["sub", "amr"], email: ["email", "email_verified"], profile: ["name"] },
  conformIdTokenClaims: false,
  cookies: { keys: ["alleen-voor-tests"] },
  features: { devInteractions: { enabled: false } },
  findAccount: (_ctx, naam) => ({ accountId: naam, claims: async () => lees(naam) }),
  pkce: { required: () => true },
});

async function velden(verzoek) {
  const stukken = [];
  for await (const stuk of verzoek) stukken.push(stuk);
  return new URLSearchParams(Buffer.concat(stukken).toString());
}

async function toestemming({ session, params }) {
  const grant = new aanbieder.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(SCOPES);
  return { consent: { grantId: await grant.save() } };
}

aanbieder.use(async (ctx, verder) => {
  if (!ctx.path.startsWith("/interaction/")) return verder();
  const vraag = await aanbieder.interactionDetails(ctx.req, ctx.res);
  if (ctx.method === "GET") {
    ctx.type = "html";
    ctx.body = `<form method="post" action="${ctx.path}"><input name="login"></form>`;
    return undefined;
  }
  const naam = (await velden(ctx.req)).get("login");
  const antwoord = vraag.prompt.name === "login" ? { login: { accountId: naam, amr: lees(naam).amr } } : await toestemming(vraag);
  ctx.respond = false;
  return aanbieder.interactionFinished(ctx.req, ctx.res, antwoord, { mergeWithLastSubmission: true });
});
aanbieder.listen(Number(poort), "127.0.0.1", () => console.log("klaar"));
