package mx.yume.testing;

import mx.yume.business.Business;
import mx.yume.business.LocationId;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/** Who and what there is in the test world, by name. */
public final class SalonLupita {

    public static final OrganizationId ID = mx.yume.demo.SalonLupita.ID;
    public static final String NUMBER = mx.yume.demo.SalonLupita.TWILIO_NUMBER;
    public static final String CENTRAL_NUMBER = "+525500000001";

    public static final LocationId LOCATION = mx.yume.demo.SalonLupita.LOCATION;

    public static final StaffId LUPITA = mx.yume.demo.SalonLupita.staff("Lupita");
    public static final StaffId ANA = mx.yume.demo.SalonLupita.staff("Ana");
    public static final StaffId BETO = mx.yume.demo.SalonLupita.staff("Beto");
    public static final StaffId CARLA = mx.yume.demo.SalonLupita.staff("Carla");

    public static final PhoneNumber LUPITAS_PHONE = new PhoneNumber("+525510000001");
    public static final PhoneNumber ANAS_PHONE = new PhoneNumber("+525510000002");
    public static final PhoneNumber BETOS_PHONE = new PhoneNumber("+525510000003");
    public static final PhoneNumber CARLAS_PHONE = new PhoneNumber("+525510000004");

    public static final ServiceId CORTE = mx.yume.demo.SalonLupita.service("Corte de cabello");
    public static final ServiceId CORTE_Y_BARBA = mx.yume.demo.SalonLupita.service("Corte y barba");
    public static final ServiceId BARBA = mx.yume.demo.SalonLupita.service("Barba");
    public static final ServiceId TINTE = mx.yume.demo.SalonLupita.service("Tinte");
    public static final ServiceId PEINADO = mx.yume.demo.SalonLupita.service("Peinado");
    public static final ServiceId MANICURE = mx.yume.demo.SalonLupita.service("Manicure");
    public static final ServiceId PEDICURE = mx.yume.demo.SalonLupita.service("Pedicure");
    public static final ServiceId GELISH = mx.yume.demo.SalonLupita.service("Gelish");

    private SalonLupita() {}

    /** As it is loaded, without a database: for pure tests. */
    public static Business business() {
        return mx.yume.demo.SalonLupita.business();
    }
}
