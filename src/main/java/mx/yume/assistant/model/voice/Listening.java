package mx.yume.assistant.model.voice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import mx.yume.assistant.model.endpoint.Allowance;
import mx.yume.assistant.model.endpoint.Meter;
import mx.yume.assistant.model.endpoint.ModelConfig;
import mx.yume.assistant.model.endpoint.ModelFailed;
import mx.yume.assistant.model.voice.Transcriber.Transcript;
import mx.yume.conversation.AssistedTurn;
import mx.yume.conversation.Incoming;
import mx.yume.conversation.media.Fetched;
import mx.yume.conversation.media.MediaSource;
import mx.yume.conversation.media.VoiceNote;
import mx.yume.conversation.media.VoiceNotes;

/**
 * Gives voice notes their words before anybody answers, where a transcription model is configured. What cannot be heard (no provider to
 * ask, over the budget, too large, too slow) stays without words, and is answered as such. No transaction is open meanwhile.
 */
@ApplicationScoped
public class Listening {

    private final ModelConfig config;
    private final Transcriber transcriber;
    private final List<MediaSource> sources;
    private final VoiceNotes notes;
    private final Allowance allowance;
    private final Semaphore places;

    Listening(ModelConfig config, Transcriber transcriber, @All List<MediaSource> sources, VoiceNotes notes,
            Allowance allowance) {
        this.config = config;
        this.transcriber = transcriber;
        this.sources = sources;
        this.notes = notes;
        this.allowance = allowance;
        this.places = new Semaphore(config.concurrency());
    }

    /** The same turn, its voice notes heard as far as they could be. */
    public Uni<AssistedTurn> heard(AssistedTurn turn) {
        var unheard = turn.messages().stream().flatMap(message -> message.unheard().stream()).limit(config.voiceNotes())
                .toList();
        if (unheard.isEmpty() || transcriber.model().isEmpty()) {
            return Uni.createFrom().item(turn);
        }
        long until = System.nanoTime() + config.listening().toNanos();
        return Multi.createFrom().iterable(unheard)
                .onItem().transformToUniAndConcatenate(note -> words(turn, note, until)).collect().asList()
                .map(words -> turn.hearing(said(turn.messages(), unheard, words)));
    }

    private static List<Incoming> said(List<Incoming> messages, List<VoiceNote> unheard, List<String> words) {
        var said = new ArrayList<Incoming>();
        for (var message : messages) {
            int at = message.unheard().map(unheard::indexOf).orElse(-1);
            said.add(at < 0 || words.get(at).isBlank() ? message : message.saying(words.get(at)));
        }
        return said;
    }

    /** Empty when it could not be heard. */
    private Uni<String> words(AssistedTurn turn, VoiceNote note, long until) {
        long began = System.nanoTime();
        if (until <= began || !places.tryAcquire()) {
            turn.progress().trace("voice", until <= began ? "no time left" : "too many at once", 0);
            return Uni.createFrom().item("");
        }
        var meter = new Meter(config.price());
        return allowance.check(turn).chain(() -> fetched(note)).chain(fetched -> switch (fetched) {
            case Fetched.Media(var bytes) -> transcribed(turn, note, bytes, meter, left(until));
            case Fetched.TooLarge() -> unheard("too large");
            case Fetched.Unavailable(var why) -> unheard(why);
        }).onTermination().invoke(places::release)
                .onFailure(ModelFailed.class).recoverWithUni(failed -> unheard(failed.told()))
                .invoke(heard -> turn.progress().trace("voice", heard.told(), (System.nanoTime() - began) / 1000))
                .call(() -> allowance.charge(turn, meter.use()))
                .call(heard -> heard.words().isBlank() ? Uni.createFrom().voidItem()
                        : notes.heard(turn.key(), note.message(), heard.words()))
                .map(Heard::words);
    }

    private static Duration left(long until) {
        return Duration.ofNanos(Math.max(1, until - System.nanoTime()));
    }

    /** @param told for the trace */
    private record Heard(String words, String told) {}

    private static Uni<Heard> unheard(String why) {
        return Uni.createFrom().item(new Heard("", why));
    }

    private Uni<Fetched> fetched(VoiceNote note) {
        return sources.stream().filter(source -> source.channel() == note.channel()).findFirst()
                .map(source -> source.fetch(note.media()))
                .orElseGet(() -> Uni.createFrom().item(new Fetched.Unavailable("nowhere to ask")));
    }

    /** A long one must fit into the budget before it is sent; one that is not answered in time is charged by its size. */
    private Uni<Heard> transcribed(AssistedTurn turn, VoiceNote note, byte[] audio, Meter meter, Duration left) {
        var model = transcriber.model().orElseThrow();
        long atMost = Transcriber.seconds(audio);
        return allowance.check(turn, new Meter(config.price()).heard(atMost))
                .chain(() -> transcriber.transcribe(model, audio, note.media().contentType()))
                .map(transcript -> heard(model, transcript, meter))
                .ifNoItem().after(left).recoverWithItem(() -> {
                    meter.heard(atMost);
                    return new Heard("", model + " no answer in time");
                })
                // What the endpoint says of its failure may quote the key: only what kind it was is told.
                .onFailure(failure -> !(failure instanceof ModelFailed))
                .recoverWithItem(failure -> new Heard("", model + " " + failure.getClass().getSimpleName()));
    }

    private static Heard heard(String model, Transcript transcript, Meter meter) {
        var use = meter.heard(transcript.seconds());
        var words = transcript.words();
        return new Heard(words.length() <= VoiceNotes.LONGEST ? words : words.substring(0, VoiceNotes.LONGEST),
                "%s, %d s, %s".formatted(model, use.audioSeconds(), Meter.dollars(use)));
    }
}
