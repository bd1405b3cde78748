package mx.yume.assistant.staff;

import mx.yume.assistant.orders.Ear;
import mx.yume.assistant.orders.Order;

/** How one of the staff's tools is understood without a model. Every bean of this type listens. */
public interface StaffEar<O extends Order> extends Ear<StaffAsking, O> {}
