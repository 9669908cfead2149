// form[data-bewaakt]  what is typed is kept in this tab until it was saved: it outlives a server that is away, a lost
// connection and a page that was closed by mistake. In sessionStorage, so it is gone with the tab; logging out empties it,
// and nobody else who logs in here gets to see it. What the form started from (its hidden fields) is kept along, so that
// a colleague's work of meanwhile is noticed as always.

const VOORVOEGSEL = "doelspoor:";
const VERZONDEN = `${VOORVOEGSEL}verzonden`;
const WACHT = 400;

const kort = new Intl.DateTimeFormat("nl-NL", { hour: "2-digit", minute: "2-digit" });

function opslag(doe) {
  // Full, or forbidden by the browser: then this comfort is not there.
  try { return doe(sessionStorage); } catch { return null; }
}

const sleutels = () => opslag((o) => Object.keys(o).filter((naam) => naam.startsWith(VOORVOEGSEL))) ?? [];
const vergeet = (welke) => welke.forEach((naam) => opslag((o) => o.removeItem(naam)));

const telt = (veld) => veld.name && veld.name !== "csrf_token" && !["file", "password", "submit", "button"].includes(veld.type);
const kanAan = (veld) => veld.type === "checkbox" || veld.type === "radio";

function inhoud(formulier) {
  return Array.from(formulier.elements).filter((veld) => telt(veld) && (!kanAan(veld) || veld.checked)).map((veld) => [veld.name, veld.value]);
}

const zichtbaar = (paren, formulier) => JSON.stringify(paren.filter(([naam]) => formulier.elements[naam]?.type !== "hidden"));

function zetTerug(formulier, paren) {
  const over = paren.map((paar) => [...paar]);
  const neem = (veld) => over.findIndex(([naam, waarde]) => naam === veld.name && (!kanAan(veld) || waarde === veld.value));
  Array.from(formulier.elements).filter(telt).forEach((veld) => {
    const plek = neem(veld);
    if (kanAan(veld)) veld.checked = plek >= 0;
    else if (plek >= 0) veld.value = over[plek][1];
    if (plek >= 0) over.splice(plek, 1);
    veld.dispatchEvent(new Event("input", { bubbles: true }));
    veld.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

function knop(tekst, klasse, doe) {
  const gemaakt = Object.assign(document.createElement("button"), { type: "button", className: `nl-button nl-button--${klasse}` });
  gemaakt.append(Object.assign(document.createElement("span"), { className: "nl-button__label", textContent: tekst }));
  gemaakt.addEventListener("click", doe);
  return gemaakt;
}

function biedAan(formulier, bewaard, weg) {
  const melding = Object.assign(document.createElement("div"), { className: "utrecht-alert utrecht-alert--warning melding concept" });
  melding.setAttribute("role", "status");
  const zin = `Hier is om ${kort.format(new Date(bewaard.om))} iets getypt dat niet is opgeslagen.`;
  melding.append(Object.assign(document.createElement("p"), { className: "concept__zin", textContent: zin }));
  const klaar = (doe) => () => { doe(); melding.remove(); (formulier.querySelector("input:not([type=hidden]), textarea, select") ?? formulier).focus(); };
  const rij = Object.assign(document.createElement("div"), { className: "knoppenrij" });
  rij.append(knop("Terugzetten", "primary", klaar(() => { zetTerug(formulier, bewaard.paren); formulier.dataset.bewaakt = "gewijzigd"; })));
  rij.append(knop("Weggooien", "subtle", klaar(weg)));
  melding.append(rij);
  formulier.before(melding);
}

function volg(formulier, sleutel) {
  const begin = inhoud(formulier);
  const bewaard = opslag((o) => JSON.parse(o.getItem(sleutel)));
  const weg = () => vergeet([sleutel]);
  // A form that came back with errors shows what was typed already.
  if (bewaard && formulier.dataset.bewaakt !== "gewijzigd") {
    if (zichtbaar(bewaard.paren, formulier) === zichtbaar(begin, formulier)) weg();
    else biedAan(formulier, bewaard, weg);
  }
  let wacht = null;
  const bewaar = () => {
    const nu = inhoud(formulier);
    if (zichtbaar(nu, formulier) === zichtbaar(begin, formulier)) weg();
    else opslag((o) => o.setItem(sleutel, JSON.stringify({ om: Date.now(), paren: nu })));
  };
  const nuMeteen = () => { clearTimeout(wacht); wacht = null; bewaar(); };
  formulier.addEventListener("input", () => { clearTimeout(wacht); wacht = setTimeout(nuMeteen, WACHT); });
  window.addEventListener("pagehide", () => { if (wacht) nuMeteen(); });
  formulier.addEventListener("submit", () => {
    nuMeteen();
    opslag((o) => o.setItem(VERZONDEN, sleutel));
  });
}

// By where a form goes, not by the page it is on: with errors it comes back on another address than it was typed on.
function metSleutels(formulieren, gebruiker) {
  const vaker = new Map();
  return formulieren.map((formulier) => {
    const { pathname, search } = new URL(formulier.action, location.href);
    const basis = `${VOORVOEGSEL}${gebruiker}:${pathname}${search}`;
    const plek = vaker.get(basis) ?? 0;
    vaker.set(basis, plek + 1);
    return [formulier, `${basis}#${plek}`];
  });
}

function ruimOp(paren, gebruiker) {
  const verzonden = opslag((o) => o.getItem(VERZONDEN));
  const mislukt = document.body.classList.contains("pagina--fout");
  const terug = paren.some(([formulier]) => formulier.dataset.bewaakt === "gewijzigd");
  const zelfde = paren.some(([, sleutel]) => sleutel === verzonden);
  const gelukt = document.querySelector(".meldingen .utrecht-alert--ok, [data-opgeslagen]");
  if (verzonden && !mislukt && !terug && (gelukt || !zelfde)) vergeet([verzonden, VERZONDEN]);
  vergeet(sleutels().filter((naam) => naam !== VERZONDEN && !naam.startsWith(`${VOORVOEGSEL}${gebruiker}:`)));
}

export function bewaarConcepten() {
  const { gebruiker } = document.body.dataset;
  if (!gebruiker) return;
  const paren = metSleutels(Array.from(document.querySelectorAll("form[data-bewaakt]")), gebruiker);
  ruimOp(paren, gebruiker);
  paren.forEach(([formulier, sleutel]) => volg(formulier, sleutel));
  document.querySelectorAll("[data-uitloggen]").forEach((formulier) => formulier.addEventListener("submit", () => vergeet(sleutels())));
}
