package mx.yume.whatsapp.twilio.numbers;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.UriBuilder;

/** Of Twilio itself, messaging is at another host than the rest; of whatever stands in its place, everything is at one. */
public class MessagingHost implements ClientRequestFilter {

    private static final String API = "api.twilio.com";
    private static final String MESSAGING = "messaging.twilio.com";

    @Override
    public void filter(ClientRequestContext request) {
        if (API.equals(request.getUri().getHost())) {
            request.setUri(UriBuilder.fromUri(request.getUri()).host(MESSAGING).build());
        }
    }
}
