// Lets a person touch their key. The options come from the desk, what the key answers goes back with the form.
'use strict';
(() => {
  const toBytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), sign => sign.charCodeAt(0));
  const toText = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

  const opened = (kind, options) => {
    options.challenge = toBytes(options.challenge);
    if (options.user) options.user.id = toBytes(options.user.id);
    for (const list of ['excludeCredentials', 'allowCredentials']) {
      for (const each of options[list] ?? []) each.id = toBytes(each.id);
    }
    return kind === 'create' ? navigator.credentials.create({ publicKey: options }) : navigator.credentials.get({ publicKey: options });
  };

  // Written by hand: some managers of passwords break toJSON of their own credentials.
  const written = credential => {
    const answer = credential.response;
    const response = { clientDataJSON: toText(answer.clientDataJSON) };
    if (answer.attestationObject) {
      response.attestationObject = toText(answer.attestationObject);
      response.transports = answer.getTransports ? answer.getTransports() : [];
    } else {
      response.authenticatorData = toText(answer.authenticatorData);
      response.signature = toText(answer.signature);
      response.userHandle = answer.userHandle ? toText(answer.userHandle) : null;
    }
    return JSON.stringify({
      id: credential.id, rawId: toText(credential.rawId), type: credential.type, response,
      clientExtensionResults: credential.getClientExtensionResults(),
      authenticatorAttachment: credential.authenticatorAttachment ?? null,
    });
  };

  const prepare = form => {
    form.hidden = false;
    form.addEventListener('submit', async event => {
      if (form.elements.Credential.value) return;
      event.preventDefault();
      const trouble = form.querySelector('.passkey-trouble');
      trouble.textContent = '';
      try {
        const token = form.querySelector('[name=__RequestVerificationToken]').value;
        const asked = await fetch(`/desk/passkey/${form.dataset.passkey}`, { method: 'POST', headers: { RequestVerificationToken: token } });
        if (asked.status === 403) { location.href = `/desk/sign-in?again=true&return=${encodeURIComponent(location.pathname)}`; return; }
        if (!asked.ok) throw new Error(String(asked.status));
        form.elements.Credential.value = written(await opened(form.dataset.passkey, await asked.json()));
        form.submit();
      } catch {
        trouble.textContent = form.dataset.trouble;
      }
    });
  };

  const all = () => {
    if (!window.PublicKeyCredential) return;
    for (const form of document.querySelectorAll('form[data-passkey][hidden]')) prepare(form);
  };
  document.addEventListener('DOMContentLoaded', all);
  document.addEventListener('htmx:load', all);
})();
