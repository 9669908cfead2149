// [data-volg]  the state of a job that goes on: fetched again until it has ended. The link "Stand verversen" does the
// same without this script. Only the end is read out loud.

const TUSSENPOOS = 2000;

function vervang(id, nieuw) {
  const oud = document.getElementById(id);
  const hadFocus = oud.contains(document.activeElement);
  oud.replaceWith(nieuw.getElementById(id));
  if (hadFocus) document.getElementById("inhoud").focus();
}

async function ververs() {
  const antwoord = await fetch(location.href, { headers: { Accept: "text/html" } });
  // Logged out meanwhile, or gone: the page itself says so better than we can.
  if (!antwoord.ok || antwoord.redirected) return location.reload();
  const nieuw = new DOMParser().parseFromString(await antwoord.text(), "text/html");
  vervang("stand", nieuw);
  if (document.querySelector("[data-volg]")) return plan();
  vervang("taakacties", nieuw);
  document.getElementById("stand-bericht").textContent = document.querySelector("#stand .melding__titel").textContent;
}

function plan() {
  // A server that cannot be reached for a while is asked again.
  setTimeout(() => (document.hidden ? plan() : ververs().catch(plan)), TUSSENPOOS);
}

export function volgTaak() {
  if (document.querySelector("[data-volg]")) plan();
}
