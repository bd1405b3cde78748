-- Which trace the last delivery of a conversation belongs to (W3C traceparent), so that its turn and its replies join it after the
-- queue. Written only while traces are asked for.
alter table conversation add column traceparent text check (length(traceparent) <= 64);
