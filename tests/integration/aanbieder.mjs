// A real OpenID Provider for tests: node aanbieder.mjs PORT CALLBACK. Whoever logs in is who the login name says, a JSON
// object of claims; it says "klaar" when it listens.
import Provider from "oidc-provider";

const [poort, terug] = process.argv.slice(2);
const adres = `http://127.0.0.1:${poort}`;

const aanbieder = new Provider(adres, {
  clients: [{ client_id: "doelspoor", client_secret: "geheim-van-de-proef-0123456789abcdef", redirect_uris: [terug] }],
  claims: { openid: ["sub", "amr"], email: ["email", "email_verified"], profile: ["name"] },
  conformIdTokenClaims: false,
  cookies: { keys: ["alleen-voor-tests"] },
  findAccount: (_ctx, naam) => ({ accountId: naam, claims: async () => JSON.parse(Buffer.from(naam, "base64url").toString()) }),
  pkce: { required: () => true },
});
aanbieder.listen(Number(poort), "127.0.0.1", () => console.log("klaar"));
