package mx.yume.web.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.conversation.Workers;
import mx.yume.identity.AskingLimits;
import mx.yume.identity.PhoneCodes;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;
import mx.yume.testing.World;

/** From the public page to an appointment, by a code. */
@QuarkusTest
class OnlineBookingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CORTE = "servicio=" + SalonLupita.CORTE.value();
    private static final String BARBA = "servicio=" + SalonLupita.BARBA.value();
    private static final String TOMORROW = "&fecha=2027-01-14";
    private static final String PHONE = "55 1111 0001";
    private static final String APPOINTMENTS = "select count(*) from appointment";
    private static final String CODES = "select count(*) from outbox where purpose like 'booking_code:%'";

    @Inject
    World world;
    @Inject
    Workers workers;
    @Inject
    SettableClock clock;

    private Booker booker;

    @BeforeEach
    void freshWorld() {
        world.fresh();
        booker = new Booker(world, "198.51.100.1");
    }

    private void settle() {
        workers.settle().await().atMost(PATIENCE);
    }

    @Test
    void whatWhenWhoAndACodeMakeAnAppointment() {
        assertThat(booker.get(Booker.SHOP).asString()).contains(Booker.SHOP + "/cita");
        assertThat(booker.get(Booker.SHOP + "/cita").asString()).contains("Corte de cabello", "45 min · $250",
                "Quien esté libre");
        assertThat(booker.times(CORTE + TOMORROW)).startsWith("10:00 a.m.", "10:15 a.m.").endsWith("7:15 p.m.");
        var order = booker.orders(CORTE + TOMORROW, "5:00 p.m.", "Paty López", "044 55 1111-0001");
        assertThat(booker.get(order).asString()).contains("55 1111 0001", "jueves 14 de enero, 5:00 p.m.",
                "todavía no está apartado");
        assertThat(world.count(APPOINTMENTS)).isZero();
        settle();
        var booked = booker.post(order, "codigo", booker.code().substring(0, 3) + " " + booker.code().substring(3));
        assertThat(booked.statusCode()).isEqualTo(303);
        assertThat(booker.get(Booker.path(booked)).asString()).contains("Tu cita quedó agendada", "Corte de cabello",
                "jueves 14 de enero, 5:00 p.m.", "$250", "https://wa.me/525500000002");
        assertThat(world.rows("""
                select a.customer_name, p.name, i.value, a.status from appointment a
                join person p on p.id = a.customer_id join person_identity i on i.person_id = p.id"""))
                .containsExactly(List.of("Paty López", "Paty López", "+525511110001", "confirmed"));
        settle();
        assertThat(world.rows("select content ->> 'body' from outbox where purpose like 'staff:appointment.booked:%'")
                .toString()).contains("Paty López", "+525511110001");
        assertThat(world.rows("select content ->> 'body' from outbox where purpose like 'online:%'")).singleElement()
                .satisfies(row -> assertThat(row.getFirst()).contains("Tu cita en Salón Lupita quedó agendada"));
        assertThat(world.rows("select what, given from consent")).containsExactly(List.of("privacy_notice", "t"));
    }

    @Test
    void severalServicesFollowEachOtherInOneVisit() {
        var query = CORTE + "&" + BARBA + "&con=" + SalonLupita.BETO.value() + TOMORROW;
        var order = booker.orders(query, "10:00 a.m.", "Paty", PHONE);
        settle();
        booker.post(order, "codigo", booker.code());
        assertThat(booker.get(order).asString()).contains("Corte de cabello y Barba", "$400", "Beto");
        assertThat(world.count("select count(*) from appointment_part")).isEqualTo(2);
    }

    @Test
    void whatIsWrongIsSaidNextToItsFieldAndWhatWasTypedIsKept() {
        var none = booker.get(Booker.SHOP + "/cita/horas");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.asString()).contains("id=\"servicio-error\">Elige qué te vas a hacer.");
        var past = booker.get(Booker.SHOP + "/cita/horas?" + CORTE + "&fecha=2020-01-01");
        assertThat(past.statusCode()).isEqualTo(400);
        assertThat(past.asString()).contains("id=\"fecha-error\">Ese día ya pasó.", "value=\"2020-01-01\"");
        assertThat(booker.get(Booker.SHOP + "/cita/horas?" + CORTE + "&fecha=ayer").asString())
                .contains("Esa fecha no se entiende.");
        assertThat(booker.get(Booker.SHOP + "/cita/horas?" + CORTE + "&fecha=2029-01-01").asString())
                .contains("Solo se puede agendar hasta el");
        var details = booker.chooses(CORTE + TOMORROW, "5:00 p.m.");
        var wrong = booker.post(Booker.SHOP + "/cita/datos", Booker.filled(details, "<b>", "55 12"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.asString()).contains("value=\"55 12\"", "id=\"telefono-error\">Escribe tu número a 10 dígitos")
                .doesNotContain("<b>\"");
        var nameless = booker.post(Booker.SHOP + "/cita/datos", Booker.filled(details, " 12\u0085 ", PHONE));
        assertThat(nameless.asString()).contains("id=\"nombre-error\">Escribe tu nombre.", "value=\"55 1111 0001\"");
        assertThat(booker.post(Booker.SHOP + "/cita/datos", Booker.filled(details, "x".repeat(500), PHONE)).asString())
                .contains("El nombre puede tener hasta 80 letras.");
        assertThat(booker.post(Booker.SHOP + "/cita/datos").statusCode()).isEqualTo(400);
        assertThat(booker
                .post(Booker.SHOP + "/cita/datos", "servicio", SalonLupita.CORTE.value().toString(), "hora", "9".repeat(40))
                .statusCode()).as("nothing chosen is chosen again").isEqualTo(303);
        var order = booker.orders(CORTE + TOMORROW, "5:00 p.m.", "Paty", PHONE);
        var letters = booker.post(order, "codigo", "abc");
        assertThat(letters.statusCode()).isEqualTo(400);
        assertThat(letters.asString()).contains("id=\"codigo-error\">El código son 6 números.", "value=\"abc\"");
        assertThat(world.count("select sum(tries) from phone_code")).as("what is none is no try").isZero();
    }

    @Test
    void idsOfAnotherBusinessAreNothingHere() {
        var stranger = UUID.randomUUID();
        assertThat(booker.get(Booker.SHOP + "/cita/horas?servicio=" + stranger).asString())
                .contains("Ese servicio no se ofrece.");
        assertThat(booker.get(Booker.SHOP + "/cita/horas?" + CORTE + "&con=" + stranger).asString())
                .contains("Esa persona no da ese servicio.");
        assertThat(booker.get(Booker.SHOP + "/cita/horas?" + CORTE + "&sucursal=" + stranger).asString())
                .contains("Ese local ya no está disponible.");
        assertThat(booker.get(Booker.SHOP + "/pedido/" + stranger).statusCode()).isEqualTo(404);
        assertThat(booker.get(Booker.SHOP + "/pedido/nada").statusCode()).isEqualTo(404);
        assertThat(booker.get("/s/nadie/cita").statusCode()).isEqualTo(404);
        var order = booker.orders(CORTE + TOMORROW, "5:00 p.m.", "Paty", PHONE);
        world.execute("""
                insert into organization (organization_id, name, slug, created_at)
                select '01900000-0000-7000-8000-00000000000d', 'Otra', 'otra', now()""");
        assertThat(booker.get(order.replace("salon-lupita", "otra")).statusCode()).isEqualTo(404);
    }

    @Test
    void aCodeIsGoodForTenMinutesAndAnotherCanBeAskedFor() {
        var order = booker.orders(CORTE + TOMORROW, "5:00 p.m.", "Paty", PHONE);
        settle();
        var old = booker.code();
        clock.tick(PhoneCodes.GOOD_FOR);
        assertThat(booker.post(order, "codigo", old).asString()).contains("Ese código ya venció. Pide otro.");
        assertThat(booker.get(order).asString()).contains("Ese código ya venció", "Mándame otro código");
        var again = Booker.path(booker.post(order + "/otro"));
        assertThat(Booker.path(booker.post(order + "/otro"))).as("a second tap").isEqualTo(again);
        settle();
        assertThat(world.count(CODES)).isEqualTo(2);
        assertThat(booker.post(again, "codigo", booker.code()).statusCode()).isEqualTo(303);
        assertThat(world.count(APPOINTMENTS)).isOne();
    }

    @Test
    void fiveWrongCodesAreEnough() {
        var order = booker.orders(CORTE + TOMORROW, "5:00 p.m.", "Paty", PHONE);
        settle();
        assertThat(booker.post(order, "codigo", booker.wrong()).asString()).contains("Te quedan 4 intentos");
        for (int time = 2; time < PhoneCodes.MOST_TRIES; time++) {
            booker.post(order, "codigo", booker.wrong());
        }
        assertThat(booker.post(order, "codigo", booker.wrong()).asString()).contains("Ya no quedan intentos");
        var right = booker.post(order, "codigo", booker.code());
        assertThat(right.statusCode()).isEqualTo(400);
        assertThat(right.asString()).contains("Ya no quedan intentos");
        assertThat(world.count(APPOINTMENTS)).isZero();
    }

    @Test
    void nobodyLearnsWhoseNumberItIsNorWhetherACodeWasSent() {
        var first = booker.orders(CORTE + TOMORROW, "5:00 p.m.", "Paty", PHONE);
        settle();
        booker.post(first, "codigo", booker.code());
        var pages = Stream.of("55 1111 0001", "55 1111 0001", "55 1111 0001", "55 1111 0002", "55 1000 0001")
                .map(phone -> {
                    var details = booker.chooses(CORTE + TOMORROW, "11:00 a.m.");
                    var sent = booker.post(Booker.SHOP + "/cita/datos", Booker.filled(details, "Paty", phone));
                    var page = booker.get(Booker.path(sent));
                    assertThat(page.statusCode()).isEqualTo(200);
                    return page.asString().replace(Booker.path(sent), "…").replaceAll("55 1\\d{3} \\d{4}|5255\\d{8}", "…");
                }).toList();
        assertThat(pages.stream().distinct()).hasSize(1);
        assertThat(world.count("select count(*) from job where kind = 'booking_code.asked'")).as("the same work for all")
                .isEqualTo(5);
        settle();
        assertThat(world.count(CODES)).as("one of them was the fourth for its phone").isEqualTo(5);
        assertThat(world.count("select count(*) from phone_code where code_hash is null")).isOne();
    }

    @Test
    void onePhoneAndOneAddressAreBounded() {
        for (int time = 0; time <= AskingLimits.MOST_OF_A_PHONE; time++) {
            new Booker(world, "198.51.100." + time).orders(CORTE + TOMORROW, "5:00 p.m.", "Paty", PHONE);
        }
        settle();
        assertThat(world.count(CODES)).isEqualTo(AskingLimits.MOST_OF_A_PHONE);
        for (int phone = 10; phone < 10 + AskingLimits.MOST_OF_AN_ADDRESS + 2; phone++) {
            new Booker(world, "203.0.113.7").orders(CORTE + TOMORROW, "5:00 p.m.", "Paty", "55 1111 22" + phone);
        }
        settle();
        assertThat(world.count(CODES)).isEqualTo(AskingLimits.MOST_OF_A_PHONE + AskingLimits.MOST_OF_AN_ADDRESS);
        clock.tick(AskingLimits.WITHIN);
        booker.orders(CORTE + TOMORROW, "5:00 p.m.", "Paty", PHONE);
        settle();
        assertThat(world.count(CODES)).isEqualTo(AskingLimits.MOST_OF_A_PHONE + AskingLimits.MOST_OF_AN_ADDRESS + 1);
    }

    @Test
    void aFormThatIsSentTwiceAsksForOneCodeAndBooksOnce() {
        var details = booker.chooses(CORTE + TOMORROW, "5:00 p.m.");
        var form = Booker.filled(details, "Paty", PHONE);
        var order = Booker.path(booker.post(Booker.SHOP + "/cita/datos", form));
        assertThat(Booker.path(booker.post(Booker.SHOP + "/cita/datos", form))).isEqualTo(order);
        var corrected = Booker.path(booker.post(Booker.SHOP + "/cita/datos", Booker.filled(details, "Paty", "55 1111 0009")));
        assertThat(corrected).as("another phone is another code").isNotEqualTo(order);
        settle();
        assertThat(world.count(CODES)).isEqualTo(2);
        var code = world.rows("select content ->> 'body' from outbox where person_address like '%1111%0001'").getFirst()
                .getFirst()
                .replaceAll("\\D*(\\d{6})(?s:.*)", "$1");
        var taps = Stream.generate(() -> CompletableFuture.supplyAsync(() -> booker.post(order, "codigo", code).statusCode()))
                .limit(6).toList();
        assertThat(taps.stream().map(CompletableFuture::join)).containsOnly(303);
        assertThat(booker.post(order, "codigo", code).statusCode()).isEqualTo(303);
        assertThat(booker.post(order + "/hora", "hora", "1800000000", "precio", "25000").statusCode()).isEqualTo(303);
        assertThat(world.count(APPOINTMENTS)).isOne();
        settle();
        assertThat(world.count("select count(*) from outbox where purpose like 'online:%'")).isOne();
    }

    @Test
    void aTimeThatWasTakenMeanwhileIsSaidAndTheCodeStaysProven() {
        var query = BARBA + "&con=" + SalonLupita.BETO.value() + TOMORROW;
        var mine = booker.orders(query, "5:00 p.m.", "Paty", PHONE);
        settle();
        var code = booker.code();
        var faster = new Booker(world, "198.51.100.2");
        var theirs = faster.orders(query, "5:00 p.m.", "Toño", "55 1111 0002");
        settle();
        faster.post(theirs, "codigo", faster.code());
        var taken = booker.post(mine, "codigo", code);
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.asString()).contains("Esa hora ya no está libre.", "Tu número ya está comprobado",
                "jueves 14 de enero, 5:30 p.m.", "jueves 14 de enero, 4:30 p.m.");
        assertThat(booker.get(mine).asString()).as("loaded again").contains("Esa hora ya no está libre.");
        var start = taken.asString().replaceAll("(?s).*name=\"hora\" value=\"(\\d+)\">jueves 14 de enero, 5:30.*", "$1");
        assertThat(booker.post(mine + "/hora", "hora", start, "precio", "15000").statusCode()).isEqualTo(303);
        assertThat(booker.get(mine).asString()).contains("Tu cita quedó agendada", "5:30 p.m.");
        assertThat(world.count(APPOINTMENTS)).isEqualTo(2);
        var stale = booker.get(Booker.SHOP + "/cita/datos?" + query + "&hora=" + start);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.asString()).contains("Esa hora ya no está libre.", "/cita/datos?");
    }

    @Test
    void withoutACodeNobodyTakesAnotherTime() {
        var order = booker.orders(CORTE + TOMORROW, "5:00 p.m.", "Paty", PHONE);
        var start = Long.toString(clock.instant().plus(Duration.ofDays(1)).getEpochSecond());
        assertThat(booker.post(order + "/hora", "hora", start, "precio", "25000").statusCode()).isEqualTo(400);
        assertThat(booker.get(order).asString()).contains("jueves 14 de enero, 5:00 p.m.");
        assertThat(world.count(APPOINTMENTS)).isZero();
    }

    @Test
    void anotherPriceIsAskedAboutBeforeItIsBooked() {
        var details = booker.chooses(CORTE + TOMORROW, "5:00 p.m.");
        world.execute("update service set price_centavos = 30000 where name = 'Corte de cabello'");
        assertThat(booker.post(Booker.SHOP + "/cita/datos", Booker.filled(details, "Paty", PHONE)).asString())
                .contains("El precio cambió: ahora es $300.", "value=\"30000\"");
        var order = booker.orders(CORTE + TOMORROW, "5:00 p.m.", "Paty", PHONE);
        settle();
        world.execute("update service set price_centavos = 35000 where name = 'Corte de cabello'");
        var changed = booker.post(order, "codigo", booker.code());
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(changed.asString()).contains("El precio cambió: ahora es $350.", "Agendar mi cita");
        var form = Booker.filled(changed, "", "");
        assertThat(booker.post(order + "/hora", form).statusCode()).isEqualTo(303);
        assertThat(world.rows("select price_centavos from appointment")).containsExactly(List.of("35000"));
    }

    @Test
    void aNameThatIsKnownStaysAndWhoeverOptedOutIsSentTheirCode() {
        var first = booker.orders(CORTE + TOMORROW, "5:00 p.m.", "Paty López", PHONE);
        settle();
        booker.post(first, "codigo", booker.code());
        world.execute("update person set opted_out_at = now()");
        var second = booker.orders(CORTE + TOMORROW, "11:00 a.m.", "Su hija", PHONE);
        settle();
        assertThat(world.rows("select status from outbox where purpose like 'booking_code:%'")).hasSize(2)
                .doesNotContain(List.of("dropped"));
        assertThat(booker.post(second, "codigo", booker.code()).statusCode()).isEqualTo(303);
        assertThat(world.rows("select name from person where name is not null")).containsExactly(List.of("Paty López"));
        assertThat(world.rows("select customer_name from appointment order by created_at, starts_at desc")
                .stream().map(List::getFirst)).containsExactlyInAnyOrder("Paty López", "Su hija");
    }

    @Test
    void formsFromElsewhereAreRefused() {
        var form = Booker.filled(booker.chooses(CORTE + TOMORROW, "5:00 p.m."), "Paty", PHONE);
        var request = io.restassured.RestAssured.given().header("Origin", "https://evil.example");
        for (int at = 0; at < form.length; at += 2) {
            request.formParam(form[at], form[at + 1]);
        }
        assertThat(request.post(Booker.SHOP + "/cita/datos").statusCode()).isEqualTo(403);
        assertThat(world.count("select count(*) from phone_code")).isZero();
    }

    @Test
    void withoutANumberHoursOrServicesNothingIsOffered() {
        for (var lost : List.of("delete from whatsapp_connection; delete from business_number", "delete from opening_hours",
                "update staff_skill set online = false")) {
            world.fresh();
            world.execute(lost);
            assertThat(booker.get(Booker.SHOP + "/cita").statusCode()).as(lost).isEqualTo(404);
            assertThat(booker.get(Booker.SHOP).asString()).as(lost).doesNotContain("/cita");
        }
    }

    @Test
    void aDayWithoutRoomNamesTheNextOneThatHasSome() {
        assertThat(booker.get(Booker.SHOP + "/cita/horas?" + CORTE + "&fecha=2027-01-17").asString())
                .contains("Ese día no hay lugar", "lunes 18 de enero", "Día anterior", "Día siguiente");
        clock.set(clock.instant().plus(Duration.ofHours(10)));
        assertThat(booker.get(Booker.SHOP + "/cita/horas?" + CORTE).asString()).as("the salon has closed")
                .contains("jueves 14 de enero");
    }

    @Test
    void noCodeIsLeftAnywhereAndOrdersAreForgotten() {
        var order = booker.orders(CORTE + TOMORROW, "5:00 p.m.", "Paty", PHONE);
        settle();
        var code = booker.code();
        assertThat(world.rows("select encode(code_hash, 'hex'), code_hash::text from phone_code").toString())
                .doesNotContain(code);
        assertThat(world.rows("select payload::text from job").toString()).doesNotContain(code);
        clock.tick(PhoneCodes.GOOD_FOR);
        settle();
        assertThat(world.rows("select content::text, template::text from outbox").toString()).contains("······")
                .doesNotContain(code);
        clock.tick(Duration.ofHours(26));
        settle();
        assertThat(world.count("select count(*) from online_order")).isZero();
        assertThat(world.count("select count(*) from phone_code")).isZero();
        assertThat(booker.get(order).statusCode()).isEqualTo(404);
    }
}
