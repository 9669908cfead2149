// Small comforts. Every page works without this file.
//   form[data-bewaakt]            asks before leaving with unsaved words, and keeps them in this tab (see concept.js)
//   textarea[data-groeit]         grows with its text
//   [data-groep=X][data-rol=ouder|kind]  a parent check box that follows and sets its children, half-ticked in between
//   [data-toewijsrij], [data-zonder-opdrachtnemer]  counts the rows that still have nobody
//   [data-focus]                  takes the focus when the page opens (the error summary)

import "./cijferrooster.js";
import { bewaarConcepten } from "./concept.js";
import { volgTaak } from "./taken.js";

const alle = (kiezer, binnen = document) => Array.from(binnen.querySelectorAll(kiezer));

function inhoudVan(formulier) {
  const paren = Array.from(new FormData(formulier).entries());
  return JSON.stringify(paren.map(([naam, waarde]) => [naam, waarde instanceof File ? waarde.name : waarde]));
}

function bewaakFormulieren() {
  const begin = new Map(alle("form[data-bewaakt]").map((formulier) => [formulier, inhoudVan(formulier)]));
  let verzonden = null;
  // A form that came back with errors has words in it that are stored nowhere yet.
  const gewijzigd = (formulier) => formulier.dataset.bewaakt === "gewijzigd" || inhoudVan(formulier) !== begin.get(formulier);
  // Sending one form still loses what was typed in another.
  document.addEventListener("submit", (gebeurtenis) => { verzonden = gebeurtenis.target; });
  window.addEventListener("pageshow", () => { verzonden = null; });
  window.addEventListener("beforeunload", (gebeurtenis) => {
    if (Array.from(begin.keys()).some((formulier) => formulier !== verzonden && gewijzigd(formulier))) gebeurtenis.preventDefault();
  });
}

function laatGroeien() {
  if (CSS.supports("field-sizing", "content")) return;
  const pas = (veld) => {
    veld.style.height = "auto";
    veld.style.height = `${veld.scrollHeight + 2}px`;
  };
  alle("textarea[data-groeit]").forEach((veld) => {
    veld.addEventListener("input", () => pas(veld));
    pas(veld);
  });
}

function toonOuder(ouder, kinderen) {
  const aantal = kinderen.filter((kind) => kind.checked).length;
  ouder.checked = aantal === kinderen.length;
  ouder.indeterminate = aantal > 0 && aantal < kinderen.length;
}

function koppelOuders() {
  alle("[data-rol=ouder]").forEach((ouder) => {
    const kinderen = alle("[data-rol=kind]").filter((kind) => kind.dataset.groep === ouder.dataset.groep);
    if (!kinderen.length) return;
    ouder.addEventListener("change", () => kinderen.forEach((kind) => { kind.checked = ouder.checked; }));
    kinderen.forEach((kind) => kind.addEventListener("change", () => toonOuder(ouder, kinderen)));
    // What the server says stays: a parent that is ticked itself is not unticked by opening the page.
    if (!ouder.checked) ouder.indeterminate = kinderen.some((kind) => kind.checked);
  });
}

function telZonderOpdrachtnemer() {
  const teller = document.querySelector("[data-zonder-opdrachtnemer]");
  if (!teller) return;
  const heeftIemand = (rij) => alle("[data-opdrachtnemer]", rij).some((vak) => vak.checked || vak.indeterminate);
  const tel = () => {
    const rijen = alle("[data-toewijsrij]");
    rijen.forEach((rij) => rij.classList.toggle("toewijzing__rij--leeg", !heeftIemand(rij)));
    teller.textContent = String(rijen.filter((rij) => !heeftIemand(rij)).length);
  };
  document.addEventListener("change", tel);
  tel();
}

function sluitKeuzelijsten() {
  const sluit = (behalve) => alle("details.exportkeuze[open]").filter((lijst) => !lijst.contains(behalve)).forEach((lijst) => { lijst.open = false; });
  document.addEventListener("click", (gebeurtenis) => sluit(gebeurtenis.target));
  document.addEventListener("keydown", (gebeurtenis) => {
    const lijst = gebeurtenis.key === "Escape" && gebeurtenis.target.closest("details.exportkeuze[open]");
    if (!lijst) return;
    lijst.open = false;
    lijst.querySelector("summary").focus();
  });
}

bewaarConcepten();
bewaakFormulieren();
laatGroeien();
koppelOuders();
telZonderOpdrachtnemer();
sluitKeuzelijsten();
volgTaak();
document.querySelector("[data-focus]")?.focus();
