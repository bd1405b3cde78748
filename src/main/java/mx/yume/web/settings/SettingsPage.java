package mx.yume.web.settings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.business.numbers.BusinessNumbers;
import mx.yume.business.numbers.signup.Signups;
import mx.yume.business.profile.Profiles;
import mx.yume.conversation.outbox.OutboxConfig;
import mx.yume.notifications.preferences.NoticeSetup;
import mx.yume.platform.YumeConfig;
import mx.yume.scheduling.stats.Reports;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Here;
import mx.yume.web.page.Phones;

/** Gathers what the page of settings shows. */
@ApplicationScoped
class SettingsPage {

    private final Profiles profiles;
    private final NoticeSetup notices;
    private final BusinessNumbers numbers;
    private final Signups signups;
    private final Reports reports;
    private final OutboxConfig outbox;
    private final YumeConfig config;
    private final Clock clock;

    SettingsPage(Profiles profiles, NoticeSetup notices, BusinessNumbers numbers, Signups signups, Reports reports,
            OutboxConfig outbox, YumeConfig config, Clock clock) {
        this.profiles = profiles;
        this.notices = notices;
        this.numbers = numbers;
        this.signups = signups;
        this.reports = reports;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param name as it was typed, where it could not be so; otherwise as it is
     * @param typed how notices are sent, likewise
     */
    Uni<SettingsView> of(Here here, Optional<Filled> name, Optional<Filled> typed) {
        var business = here.business();
        var first = LocalDate.ofInstant(clock.instant(), business.location().zone()).withDayOfMonth(1);
        return Uni.combine().all().unis(profiles.of(business.id()), notices.of(business.id()), numbers.of(business.id()),
                signups.status(business.id()), reports.written(business, first, first.plusMonths(1).minusDays(1)))
                .with((profile, settings, number, status, used) -> new SettingsView(
                        name.orElseGet(() -> SettingsWords.name(profile.name())), profile.version(), profile.slug(),
                        config.publicUrl() + "/s/" + profile.slug(), typed.orElseGet(() -> SettingsWords.notices(settings)),
                        SettingsWords.quiet(outbox.quietHours()), number.map(Phones::shown).orElse(""),
                        SettingsWords.connection(status, number), SettingsWords.mark(status), SettingsWords.used(used)));
    }
}
