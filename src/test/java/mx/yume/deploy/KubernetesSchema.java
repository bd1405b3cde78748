package mx.yume.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;

/**
 * Reads resources with the types that fabric8 generates from the schemas of Kubernetes and of the Prometheus operator, strictly: a
 * field that a type does not have is an error, and so is a number where text belongs. What a schema calls required is not in the types;
 * it is listed here for the kinds that k8s/ has.
 */
final class KubernetesSchema {

    private static final List<String> POD = List.of("/spec/selector/matchLabels", "/spec/template/metadata/labels",
            "/spec/template/spec/containers/*/name", "/spec/template/spec/containers/*/image",
            "/spec/template/spec/containers/*/ports/*/containerPort", "/spec/template/spec/volumes/*/name");

    private record Kind(Class<?> type, List<String> required) {}

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("v1/Namespace", new Kind(Namespace.class, List.of())),
            Map.entry("v1/ConfigMap", new Kind(ConfigMap.class, List.of())),
            Map.entry("v1/Secret", new Kind(Secret.class, List.of())),
            Map.entry("v1/ServiceAccount", new Kind(ServiceAccount.class, List.of())),
            Map.entry("v1/Service", new Kind(io.fabric8.kubernetes.api.model.Service.class, List.of("/spec/ports/*/port"))),
            Map.entry("apps/v1/Deployment", new Kind(Deployment.class, POD)),
            Map.entry("apps/v1/StatefulSet",
                    new Kind(StatefulSet.class, Stream.concat(POD.stream(), Stream.of("/spec/serviceName")).toList())),
            Map.entry("networking.k8s.io/v1/Ingress",
                    new Kind(Ingress.class,
                            List.of("/spec/rules/*/http/paths/*/pathType", "/spec/rules/*/http/paths/*/backend"))),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", new Kind(NetworkPolicy.class, List.of("/spec/podSelector"))),
            Map.entry("policy/v1/PodDisruptionBudget", new Kind(PodDisruptionBudget.class, List.of("/spec/selector"))),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler",
                    new Kind(HorizontalPodAutoscaler.class, List.of("/spec/maxReplicas", "/spec/scaleTargetRef/kind",
                            "/spec/scaleTargetRef/name", "/spec/metrics/*/type"))),
            Map.entry("monitoring.coreos.com/v1/ServiceMonitor",
                    new Kind(ServiceMonitor.class, List.of("/spec/selector", "/spec/endpoints/*/port"))),
            Map.entry("monitoring.coreos.com/v1/PrometheusRule",
                    new Kind(PrometheusRule.class, List.of("/spec/groups/*/name", "/spec/groups/*/rules/*/expr"))));

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES)
            .withCoercionConfig(LogicalType.Textual, config -> {
                config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
            })
            .withCoercionConfig(LogicalType.Integer,
                    config -> config.setCoercion(CoercionInputShape.String, CoercionAction.Fail))
            .withCoercionConfig(LogicalType.Boolean,
                    config -> config.setCoercion(CoercionInputShape.String, CoercionAction.Fail))
            .annotationIntrospector(new JacksonAnnotationIntrospector() {

                private static final long serialVersionUID = 1L;

                /* The types keep what they do not know, in a map for that; here nothing is to be unknown. */
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            }).build();

    private KubernetesSchema() {}

    /** What is wrong with a resource; empty where nothing is. */
    static List<String> problems(JsonNode resource) {
        var id = resource.path("apiVersion").asText() + "/" + resource.path("kind").asText();
        var kind = KINDS.get(id);
        if (kind == null) {
            return List.of("no kind of ours: " + id);
        }
        var problems = new ArrayList<String>();
        try {
            STRICT.treeToValue(resource, kind.type());
        } catch (JsonProcessingException refused) {
            problems.add(id + ": " + refused.getMessage());
        }
        Stream.concat(Stream.of("/metadata/name"), kind.required().stream())
                .filter(path -> !present(resource, List.of(path.substring(1).split("/", -1))))
                .forEach(path -> problems.add(id + ": nothing at " + path));
        return problems;
    }

    /** A star stands for each element, and for none where there is no such list. */
    private static boolean present(JsonNode node, List<String> path) {
        if (path.isEmpty()) {
            return !node.isMissingNode() && !node.isNull();
        }
        var rest = path.subList(1, path.size());
        if (!path.getFirst().equals("*")) {
            return present(node.path(path.getFirst()), rest);
        }
        for (var element : node) {
            if (!present(element, rest)) {
                return false;
            }
        }
        return true;
    }
}
