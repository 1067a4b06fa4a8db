namespace ContactCenter.Tests.Redaction.Phrases;

/// <summary>What people write in French. What must be masked stands in brackets.</summary>
internal static class French
{
    public const string Lines = """
        cvv: code de sécurité : [123]
        cvv: mon cryptogramme est [456]
        cvv: le cryptogramme visuel est le [789]
        cvv: [321] est mon code de sécurité
        cvv: le cvv c'est [555]
        cvv: les trois chiffres au dos sont [204]
        cvv: code de securite [987]
        exp: expire le [12/27]
        exp: date d'expiration : [08/2028]
        exp: ma carte expire en [mars 2027]
        exp: elle expire fin [11/29]
        exp: date de validité [0530]
        exp: valable jusqu'au [10/28]
        exp: [05/30] c'est la date d'expiration
        pin: mon code pin est [4821]
        pin: le code secret est [1234]
        pin: code confidentiel : [9090]
        pin: le code de ma carte est [0007]
        pin: mon pin [5512]
        none: chambre 123
        none: où est le code de sécurité ?
        none: ma commande 1234 n'est pas arrivée
        none: le bon expire le 12/27
        none: mon passeport expire en 03/2029
        none: rendez-vous le 12/27
        none: le total est de 123 euros
        none: code postal 75008
        none: utilisez le code 1234 pour la remise
        none: j'ai attendu 300 secondes
        none: mon abonnement expire 12/27
        none: le cryptogramme est obligatoire
        none: mon téléphone finit par 4821
        none: il y a 100 points sur ma carte
        none: code promo 456
        """;
}
