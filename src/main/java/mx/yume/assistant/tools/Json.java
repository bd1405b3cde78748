package mx.yume.assistant.tools;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.business.ServiceId;
import mx.yume.business.SpotId;
import mx.yume.business.StaffId;
import mx.yume.customers.PersonId;
import mx.yume.platform.Money;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.Wanted;

/** Drafts and effects as text and back. What the rooms' records need for it in a native image is registered here. */
@ApplicationScoped
@RegisterForReflection(targets = {Appointment.class, AppointmentId.class, PersonId.class, ServiceId.class, StaffId.class,
        SpotId.class, Money.class, Wanted.class})
public class Json {

    private final ObjectMapper mapper;

    Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("Cannot be written: " + value.getClass(), defect);
        }
    }

    public <T> T read(String text, Class<T> type) {
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("Not a " + type.getSimpleName(), defect);
        }
    }
}
