package mx.yume.whatsapp.simulator;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.Channel;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.Delivery;
import mx.yume.conversation.OutboundMessage;
import mx.yume.platform.YumeConfig;

/** Takes everything at once: the page reads what was sent from the conversation itself. */
@ApplicationScoped
public class SimulatorChannel implements Channel {

    private final YumeConfig config;

    SimulatorChannel(YumeConfig config) {
        this.config = config;
    }

    @Override
    public boolean on() {
        return config.simulator();
    }

    @Override
    public Optional<String> central() {
        return Optional.of(config.centralNumber().e164());
    }

    @Override
    public ChannelName name() {
        return ChannelName.SIMULATOR;
    }

    @Override
    public Uni<Delivery> send(OutboundMessage message) {
        return Uni.createFrom().item(new Delivery.Accepted("sim-" + message.id()));
    }
}
