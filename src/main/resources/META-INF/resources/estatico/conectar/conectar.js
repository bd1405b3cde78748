/* Opens Meta's Embedded Signup and sends what it gives: the code comes from the login, the account and the number from a message
   of Meta's window. Either may come first. */
"use strict";
(() => {
  const form = document.getElementById("connect");
  const open = document.getElementById("open");
  const hint = document.getElementById("hint");
  const { application, configuration, version } = form.dataset;
  let chosen = null;
  let code = null;

  const say = text => { hint.textContent = text; };

  const send = () => {
    if (!chosen || !code) return;
    form.elements.codigo.value = code;
    form.elements.cuenta.value = chosen.waba_id;
    form.elements.numero.value = chosen.phone_number_id;
    open.disabled = true;
    say("Conectando…");
    form.submit();
  };

  const isMetas = origin => {
    try {
      const { protocol, hostname } = new URL(origin);
      return protocol === "https:" && (hostname === "facebook.com" || hostname.endsWith(".facebook.com"));
    } catch {
      return false;
    }
  };

  window.addEventListener("message", event => {
    if (!isMetas(event.origin)) return;
    let message;
    try {
      message = JSON.parse(event.data);
    } catch {
      return; // Meta's window says other things too.
    }
    if (!message || message.type !== "WA_EMBEDDED_SIGNUP") return;
    const data = message.data || {};
    if (String(message.event).startsWith("FINISH") && data.waba_id && data.phone_number_id) {
      chosen = data;
      send();
    } else if (String(message.event).startsWith("FINISH")) {
      say("Falta elegir un número. Inténtalo otra vez y agrega el número de tu negocio.");
    } else {
      say("Se cerró la ventana antes de terminar. Inténtalo otra vez.");
    }
  });

  window.fbAsyncInit = () => {
    FB.init({ appId: application, autoLogAppEvents: false, xfbml: false, version });
    open.disabled = false;
  };

  open.addEventListener("click", () => {
    say("");
    FB.login(response => {
      if (response.authResponse && response.authResponse.code) {
        code = response.authResponse.code;
        send();
      } else {
        say("No se dio el permiso. Inténtalo otra vez.");
      }
    }, { config_id: configuration, response_type: "code", override_default_response_type: true, extras: {} });
  });

  const sdk = document.createElement("script");
  sdk.src = "https://connect.facebook.net/es_LA/sdk.js";
  sdk.async = true;
  sdk.crossOrigin = "anonymous";
  sdk.onerror = () => say("No se pudo cargar la ventana de Meta. Revisa tu conexión o el bloqueador de anuncios.");
  document.head.append(sdk);
})();
