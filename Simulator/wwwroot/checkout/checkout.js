// Makes the form pleasant. The server checks everything again and needs none of this.
(() => {
  "use strict";
  const details = document.querySelector(".summary details");
  if (details && matchMedia("(max-width: 55.99rem)").matches && details.querySelectorAll("li").length > 2) details.open = false;

  for (const picture of document.querySelectorAll(".lines img")) {
    const giveWay = () => {
      const plain = document.createElement("span");
      plain.className = "picture";
      picture.replaceWith(plain);
    };
    if (picture.complete && !picture.naturalWidth) giveWay();
    else picture.addEventListener("error", giveWay);
  }

  // In the sheet over a chat the keyboard is this page's: it tells the sheet, which cannot hear it.
  if (window.parent !== window) {
    addEventListener("keydown", event => {
      if (event.key === "Escape" && !event.defaultPrevented && !event.isComposing) window.parent.postMessage("closeWebview", "*");
    });
  }

  const form = document.querySelector("form[data-working]");
  if (!form) return;
  const field = name => form.elements.namedItem(name);
  // A session without cards has no such field.
  const number = field("number") || document.createElement("input");
  const cards = [...form.querySelectorAll("button[data-number]")];
  const digitsOf = text => text.replace(/\D/g, "");
  const isTestCard = text => cards.some(card => digitsOf(card.dataset.number) === digitsOf(text));

  // Stripe guesses the country by the caller's address; here the browser's language has to do.
  const country = field("country");
  if (country && !country.value) {
    const region = new Intl.Locale(navigator.language).maximize().region;
    if ([...country.options].some(option => option.value === region)) country.value = region;
  }

  function showError(input, message) {
    const error = document.getElementById(input.id + "-error");
    error.textContent = message;
    error.hidden = !message;
    input.closest(".field").classList.toggle("wrong", Boolean(message));
    if (message) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }

  function markChosenCard() {
    for (const card of cards) card.setAttribute("aria-pressed", String(digitsOf(card.dataset.number) === digitsOf(number.value)));
  }

  for (const card of cards) {
    card.addEventListener("click", () => {
      number.value = card.dataset.number;
      field("expiry").value = "12/34";
      field("code").value = "123";
      for (const input of [number, field("expiry"), field("code")]) showError(input, "");
      markChosenCard();
    });
  }

  number.addEventListener("input", event => {
    if (event.inputType && event.inputType.startsWith("delete")) return markChosenCard();
    const grouped = digitsOf(number.value).slice(0, 19).replace(/(.{4})(?=.)/g, "$1 ");
    if (number.selectionStart === number.value.length) number.value = grouped;
    markChosenCard();
  });

  const expiry = field("expiry") || document.createElement("input");
  expiry.addEventListener("input", event => {
    if (event.inputType && event.inputType.startsWith("delete")) return;
    let digits = digitsOf(expiry.value).slice(0, 4);
    if (/^[2-9]/.test(digits)) digits = "0" + digits.slice(0, 3);
    expiry.value = digits.length > 2 ? digits.slice(0, 2) + "/" + digits.slice(2) : digits;
  });

  for (const input of form.querySelectorAll("input, select")) {
    input.addEventListener("input", () => { if (input.getAttribute("aria-invalid")) showError(input, ""); });
  }

  for (const choice of form.querySelectorAll("input[name=delivery]")) {
    choice.addEventListener("change", () => {
      for (const total of document.querySelectorAll("[data-total]:not(input)")) total.textContent = choice.dataset.total;
      document.querySelector("[data-delivery-name]").textContent = choice.dataset.name;
      document.querySelector("[data-delivery-amount]").textContent = choice.dataset.amount;
      form.querySelector("[data-label]").textContent = choice.dataset.submit;
    });
  }

  // Only the fields of the chosen way to pay are shown.
  const methods = [...form.querySelectorAll("input[name=method]")];
  function showMethod() {
    const chosen = methods.find(method => method.checked);
    for (const part of chosen ? form.querySelectorAll("[data-method]") : []) part.hidden = part.dataset.method !== chosen.value;
  }
  for (const method of methods) method.addEventListener("change", showMethod);
  showMethod();

  const pay = form.querySelector(".pay");
  const label = form.querySelector("[data-label]");
  let usual = "";
  function setWorking(working) {
    if (working) usual = label.textContent;
    pay.setAttribute("aria-disabled", String(working));
    label.textContent = working ? form.dataset.working : usual;
    form.querySelector("[data-status]").textContent = working ? form.dataset.working : "";
  }

  form.addEventListener("submit", event => {
    if (pay.getAttribute("aria-disabled") === "true") return event.preventDefault();
    // A number that is not a test card may be a real one: it does not leave this page.
    if (number.value.trim() && !isTestCard(number.value)) {
      event.preventDefault();
      number.value = "";
      const list = form.querySelector("details.cards");
      if (list) list.open = true;
      showError(number, form.dataset.refused);
      number.focus();
      return;
    }
    setWorking(true);
  });

  // Coming back with the browser's button shows the page as it was left: working.
  addEventListener("pageshow", event => { if (event.persisted && usual) setWorking(false); });

  const wrong = document.querySelector(".alert") || form.querySelector("[aria-invalid=true]");
  if (wrong) wrong.focus();
})();
