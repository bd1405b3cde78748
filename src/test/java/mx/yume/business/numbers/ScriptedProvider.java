package mx.yume.business.numbers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.smallrye.mutiny.Uni;

/** Takes the steps it is told to, for businesses that are real, and keeps what it was asked. */
final class ScriptedProvider implements NumberProvider {

    final List<Provision> asked = new CopyOnWriteArrayList<>();
    private final Deque<Uni<Step>> script = new ArrayDeque<>();

    static ScriptedProvider taking(Step... steps) {
        var provider = new ScriptedProvider();
        for (var step : steps) {
            provider.script.add(Uni.createFrom().item(step));
        }
        return provider;
    }

    ScriptedProvider failing(int times) {
        for (int time = 0; time < times; time++) {
            script.add(Uni.createFrom().failure(new IllegalStateException("no connection")));
        }
        return this;
    }

    ScriptedProvider then(Step step) {
        script.add(Uni.createFrom().item(step));
        return this;
    }

    @Override
    public String name() {
        return "twilio";
    }

    @Override
    public boolean serves(NumberRequest request) {
        return request.real();
    }

    @Override
    public Uni<Step> next(Provision provision) {
        asked.add(provision);
        return script.isEmpty() ? Uni.createFrom().failure(new IllegalStateException("the script is over")) : script.poll();
    }

    List<NumberState> states() {
        return asked.stream().map(Provision::state).toList();
    }
}
