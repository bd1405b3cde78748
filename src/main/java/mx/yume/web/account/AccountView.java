package mx.yume.web.account;

import java.util.List;

import io.quarkus.qute.TemplateData;
import mx.yume.web.page.Filled;

/**
 * What somebody sees of themselves, in words.
 *
 * @param phone as Mexicans write it; empty for none
 * @param role what their permission is called
 * @param others whether they are signed in anywhere else
 * @param provider by whose accounts people come in too; empty for none
 * @param email by which they are known there, as a form
 */
@TemplateData
public record AccountView(String name, String role, String phone, List<Device> devices, boolean others, List<Notice> notices,
        String provider, Filled email) {

    public String hint() {
        return "Con el que entras con " + provider + ".";
    }

    /** @param opened when they signed in there */
    @TemplateData
    public record Device(String id, String name, String opened, String seen, boolean current) {}

    @TemplateData
    public record Notice(String field, String label, boolean wanted) {}

    public AccountView {
        devices = List.copyOf(devices);
        notices = List.copyOf(notices);
    }
}
