package mx.yume.assistant.staff;

import mx.yume.assistant.orders.Order;
import mx.yume.assistant.orders.Tool;

/** A tool of staff: one of SPEC 5's rows "staff" and "management". Every bean of this type is offered to whoever may. */
public interface StaffTool<O extends Order> extends Tool<StaffAsking, O> {

    /** Whether a model may call it; what it may not is only tapped. */
    default boolean forModels() {
        return true;
    }
}
