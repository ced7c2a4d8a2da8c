// Passkeys: a form brings the question of the server with it, this asks the device, and the answer is posted with the form. Without it
// the form says what to do instead.
(() => {
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");
  const known = (list) => list?.map((one) => ({ ...one, id: bytes(one.id) }));

  const ask = async (form) => {
    const { publicKey } = JSON.parse(form.dataset.options);
    const asked = { ...publicKey, challenge: bytes(publicKey.challenge) };
    if (form.dataset.passkey === "get") {
      return navigator.credentials.get({ publicKey: { ...asked, allowCredentials: known(asked.allowCredentials) } });
    }
    const name = form.elements.name?.value.trim() || asked.user.name;
    const user = { id: bytes(asked.user.id), name, displayName: name };
    return navigator.credentials.create({ publicKey: { ...asked, user, excludeCredentials: known(asked.excludeCredentials) } });
  };

  const answer = ({ id, rawId, type, response }) => {
    const { clientDataJSON, attestationObject, authenticatorData, signature, userHandle } = response;
    const parts = { clientDataJSON, attestationObject, authenticatorData, signature, userHandle };
    const said = Object.entries(parts).filter(([, part]) => part);
    return JSON.stringify({
      id,
      rawId: text(rawId),
      type,
      response: Object.fromEntries(said.map(([part, buffer]) => [part, text(buffer)])),
    });
  };

  /** What the browser's refusal means, as a name of one of the form's messages. */
  const why = ({ name }) =>
    ({ NotAllowedError: "cancelled", AbortError: "cancelled", InvalidStateError: "known", ConstraintError: "unfit", NotSupportedError: "unfit" })[
      name
    ] ?? "failed";

  for (const form of document.querySelectorAll("[data-passkey]")) {
    const says = form.querySelector("[data-passkey-says]");
    const button = form.querySelector("[value=passkey]");
    if (!window.PublicKeyCredential || !window.isSecureContext) {
      says.textContent = form.dataset.unsupported;
      continue;
    }
    says.textContent = "";
    button.hidden = false;
    form.addEventListener("submit", async (event) => {
      const { credential, name } = form.elements;
      if (event.submitter !== button || credential.value) return;
      // The server says what is wrong with a name before a device keeps a passkey for it.
      if (name && !name.value.trim()) return;
      event.preventDefault();
      says.textContent = "";
      try {
        credential.value = answer(await ask(form));
        form.requestSubmit(button);
      } catch (error) {
        says.textContent = form.dataset[why(error)];
      }
    });
  }

  // Back on the page by the browser's memory: an answer is taken once.
  addEventListener("pageshow", ({ persisted }) => persisted && document.querySelector("[data-passkey]") && location.reload());
})();
