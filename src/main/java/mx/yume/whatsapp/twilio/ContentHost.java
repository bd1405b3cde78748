package mx.yume.whatsapp.twilio;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.UriBuilder;

/** Of Twilio itself, contents are at another host than messages; of whatever stands in its place, everything is at one. */
public class ContentHost implements ClientRequestFilter {

    private static final String API = "api.twilio.com";
    private static final String CONTENT = "content.twilio.com";

    @Override
    public void filter(ClientRequestContext request) {
        if (API.equals(request.getUri().getHost())) {
            request.setUri(UriBuilder.fromUri(request.getUri()).host(CONTENT).build());
        }
    }
}
